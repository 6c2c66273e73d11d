/** Why such a number is refused wherever it is typed (P1). */
export const NEVER_A_SOCIAL_SECURITY_NUMBER =
  "This looks like a Social Security number. Hourbook never keeps one, not even a part: leave it out.";

const DASHES = /\p{Pd}|−/gu;
/** The whole of a short field: nine digits, however they are grouped. */
const ALONE = /^\d{3}[-. /]?\d{2}[-. /]?\d{4}$/;
/** Within other words, only digits that are grouped so, or that are called so. */
const AMONG_WORDS = /(?<![\d-])\d{3}([-. /])\d{2}\1\d{4}(?![\d-])/;
const CALLED = /\b(ssn|social security)\b[^\d\n]{0,30}\d[\d-. ]{2,}/i;
const CALLS = /\b(ssn|soc(ial)? ?sec(urity)?)\b/i;

const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(DASHES, "-")
    .replace(/\p{Cf}/gu, "")
    .trim();

/** Whether a number or a code is shaped like a Social Security number. */
export const isSocialSecurityNumber = (text: string): boolean => ALONE.test(plain(text));

/** Whether a text holds what is shaped like a Social Security number, or is called one. */
export function holdsSocialSecurityNumber(text: string): boolean {
  const words = plain(text);
  return AMONG_WORDS.test(words) || CALLED.test(words);
}

/** Whether the head of a column says that it holds them. */
export const callsForSocialSecurityNumber = (head: string): boolean => CALLS.test(plain(head).replaceAll("_", " "));
