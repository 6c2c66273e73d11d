/** Passwords by NIST 800-63B: long enough, not a common one, not about the person, and no rule of shapes. */

const SHORTEST = 12;
const LONGEST = 200;

/** Parts of names shorter than this say nothing of a password. */
const TELLING = 3;

export type PasswordRefusal =
  | "password-short"
  | "password-long"
  | "password-one-character"
  | "password-run"
  | "password-common"
  | "password-personal";

/** Each refusal in plain words, for the password's field. */
export const PASSWORD_REFUSALS: Record<PasswordRefusal, string> = {
  "password-short": `Use at least ${SHORTEST} characters. A few words in a row work well.`,
  "password-long": `Use at most ${LONGEST} characters.`,
  "password-one-character": "This is one character again and again. Take a few words in a row instead.",
  "password-run": "Rows such as 123456789012 are tried first. Take a few words in a row instead.",
  "password-common": "Many people use this password, so it is tried first. Take a few words in a row instead.",
  "password-personal":
    "This is your name, your email address or the name of this site, which is tried first. Add words of your own.",
};

export const PASSWORD_HINT = `At least ${SHORTEST} characters, spaces included. A few words in a row work well.`;

/** A password as it is counted, judged and hashed: however a keyboard composed its characters, it is the same one. */
export const normalizePassword = (typed: string): string => typed.normalize("NFKC");

/** What the length of a password is refused for; null when it is fine. Counted in characters, not in units of UTF-16. */
export function judgeLength(typed: string): "password-short" | "password-long" | null {
  const { length } = [...normalizePassword(typed)];
  if (length < SHORTEST) return "password-short";
  return length > LONGEST ? "password-long" : null;
}

/**
 * What a new password is refused for; null when it is fine.
 * @param about what is known of the person: their address and the parts of their name
 * @param isCommon whether a text in lower case is on the list of common passwords
 */
export function judgePassword(
  typed: string,
  about: readonly string[],
  isCommon: (text: string) => boolean,
): PasswordRefusal | null {
  const length = judgeLength(typed);
  if (length) return length;
  const password = normalizePassword(typed).toLowerCase();
  const unit = repeatedPart(password);
  if ([...unit].length === 1) return "password-one-character";
  if (isRun(unit)) return "password-run";
  if (isPersonal(password, about)) return "password-personal";
  const withoutRun = unit.replace(/\d+$/, (digits) => (isRun(digits) ? "" : digits));
  const forms = [password, withoutRun, ...[1, 2, 3].map((times) => unit.repeat(times))];
  return forms.some((form) => form !== "" && isCommon(form)) ? "password-common" : null;
}

/** The shortest text that gives this one when it is repeated, with a space between or without: "abcabcab" → "abc". */
function repeatedPart(text: string): string {
  const all = [...text];
  for (let period = 1; period <= all.length / 2; period++) {
    if (all.every((character, at) => at < period || character === all[at - period])) {
      return all.slice(0, period).join("").trim() || all[0]!;
    }
  }
  const [first = "", ...rest] = text.split(" ");
  return rest.length > 0 && rest.every((word) => word === first) ? first : text;
}

/** Whether each character is the next one after, or each the one before: "456", "cba", "8901". */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0)!);
  const steps = codes.slice(1).map((code, at) => stepBetween(codes[at]!, code));
  return steps.length > 0 && (steps.every((step) => step === 1) || steps.every((step) => step === -1));
}

const ZERO = 48;
const NINE = 57;

function stepBetween(from: number, to: number): number {
  if (from === NINE && to === ZERO) return 1;
  if (from === ZERO && to === NINE) return -1;
  return to - from;
}

/** Whether nothing is left of a password, or a few digits, without what is known of the person and of this site. */
function isPersonal(password: string, about: readonly string[]): boolean {
  const known = [...about, ...about.flatMap((text) => text.split("@", 1)), "hourbook"]
    .flatMap((text) => [text, ...text.split(/[^\p{L}\p{N}]+/u)])
    .map(lettersAndDigits)
    .filter((text) => text.length >= TELLING)
    .sort((a, b) => b.length - a.length);
  const rest = known.reduce((left, word) => left.replaceAll(word, " "), lettersAndDigits(password));
  return /^[\s\d]*$/.test(rest) && rest.includes(" ") && rest.replaceAll(" ", "").length <= 4;
}

const lettersAndDigits = (text: string) =>
  normalizePassword(text)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
