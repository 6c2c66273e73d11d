/** What Excel writes so that a number keeps its zeros: `="00417"`. */
export const SPREADSHEET_FORMULA = /^="([^"]*)"$/;

/** What nobody sees and what joins nothing: these two are part of how some names are written. */
const JOINERS = "\u200C\u200D";
const UNSEEN = new RegExp(`(?![${JOINERS}])\\p{Cf}`, "gu");
const LOOSE_JOINERS = new RegExp(`^[${JOINERS}\\s]+|[${JOINERS}\\s]+$`, "gu");

/** UTF-8 that a program took for Windows-1252: "JosÃ©". */
const GARBLED = /[\u00C2\u00C3\u00C4\u00C5][\u0080-\u00BF]|Ã[‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€/u;

/** Lines that end as everywhere, without a byte order mark. */
export const evenLines = (text: string): string =>
  text.replace(/^\uFEFF/, "").replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n");

/** A cell without what nobody sees and what a spreadsheet put around it. */
export function tidyCell(cell: string): string {
  return cell
    .replace(UNSEEN, "")
    .replace(LOOSE_JOINERS, "")
    .replace(/\s+/gu, " ")
    .trim()
    .replace(SPREADSHEET_FORMULA, "$1")
    .replace(/^'(?=[=+\-@\d])/, "");
}

/** An address as people and programs write it: "mailto:ana@x.example", "<ana@x.example>.", with what nobody sees. */
export function tidyAddress(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim()
    .replace(/^[<[('"“‘\s]+|[>\])'"”’,;:\s]+$/gu, "")
    .replace(/^(mailto|smtp):/i, "")
    .replace(/\?.*$/, "")
    .replace(/[.,;:>\s]+$/, "");
}

/** Why a name cannot be kept as it came; null where it can. */
export function faultOfName(name: string): string | null {
  if (/\uFFFD|\p{Cc}|\p{Cn}|\p{Cs}/u.test(name) || GARBLED.test(name))
    return `Letters of “${name}” were lost before the list came here: write the name again, or save the file as “CSV UTF-8”.`;
  if (/^"|"$/.test(name) && (name.match(/"/g)?.length ?? 0) % 2 === 1)
    return `A quotation mark in “${name}” has no other end.`;
  return null;
}
