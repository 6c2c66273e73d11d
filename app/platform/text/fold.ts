/** Changed with every change of what folding gives: names that are stored folded are folded anew at the next start. */
export const FOLD_EDITION = 1;

/** Quotes, apostrophes, letters that sound like one, hyphens, full stops and what nobody sees: they part nothing. */
const DROPPED = /[\p{Pd}\p{Pi}\p{Pf}\p{Cf}'"`´ʹʺʻʼʽʾʿˈˊˋʔʕʼꞌ′″‴‵.。−]/gu;
const PLAIN = /^[\0-\x7f]*$/;
const ELSE = /[^\p{L}\p{M}\p{N}@]+/gu;
const MARKS_OF_LETTERS = /([\p{Script=Latin}\p{Script=Greek}])\p{M}+/gu;

/** Letters that are letters of their own for Unicode, and that people type as these. */
const LETTERS = new Map(
  Object.entries({
    đ: "d",
    ð: "d",
    ɖ: "d",
    ɗ: "d",
    ø: "o",
    ɔ: "o",
    ł: "l",
    ɬ: "l",
    ƛ: "l",
    ß: "ss",
    æ: "ae",
    œ: "oe",
    þ: "th",
    ı: "i",
    ɨ: "i",
    ħ: "h",
    ŋ: "n",
    ɲ: "n",
    ŧ: "t",
    ə: "e",
    ǝ: "e",
    ɛ: "e",
    ɓ: "b",
    ƙ: "k",
    ĸ: "k",
    ƴ: "y",
    ƒ: "f",
    ς: "σ",
  }),
);
const OWN_LETTERS = new RegExp(`[${[...LETTERS.keys()].join("")}]`, "gu");

/**
 * A text as it is searched and sorted: no accents, no case, no apostrophe, hyphen or full stop, one blank between words.
 * "Đinh Thị O’Brien-Łuk" is "dinh thi obrienluk". Letters of other scripts stay what they are.
 */
export function fold(text: string): string {
  return PLAIN.test(text) ? foldPlain(text) : foldMarked(text);
}

/** The same for text of the first 128 characters, in a fifth of the time: long lists are folded row by row. */
const foldPlain = (text: string): string =>
  text
    .replaceAll(/['"`.-]/g, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9@]+/g, " ")
    .trim();

function foldMarked(text: string): string {
  return (
    text
      // Before compatibility makes a blank and an accent of it.
      .replaceAll(DROPPED, "")
      .normalize("NFKD")
      .replaceAll(MARKS_OF_LETTERS, "$1")
      .toLowerCase()
      .replaceAll(OWN_LETTERS, (letter) => LETTERS.get(letter)!)
      .normalize("NFC")
      .replaceAll(DROPPED, "")
      .replaceAll(ELSE, " ")
      .trim()
  );
}

/** More characters than anybody searches for; what is typed beyond is not looked at. */
export const LONGEST_SEARCH = 200;

/** What somebody typed, apart at its blanks and commas, as it was typed; without what holds no letter and no digit. */
export function typedWords(typed: string): string[] {
  const words = typed.slice(0, LONGEST_SEARCH).split(/[\s,;]+/);
  return [...new Set(words)].filter((word) => fold(word) !== "");
}

/**
 * The words that somebody typed, folded: each must be found, in any order, as a part. A word that is part of another asks
 * for nothing more. Empty for text without a letter or a digit.
 */
export function searchWords(typed: string): string[] {
  const words = [...new Set(fold(typed.slice(0, LONGEST_SEARCH)).split(" "))].filter(Boolean);
  return words.filter((word) => !words.some((other) => other !== word && other.includes(word)));
}

/**
 * What is kept of some texts for searches: the words of each folded and, where one has several, these without the blanks,
 * so that "Van Dyke" is found by "vandyke", too.
 */
export function searchableText(...texts: (string | null)[]): string {
  const folded = texts.map((text) => fold(text ?? "")).filter(Boolean);
  const joined = folded.filter((text) => text.includes(" ")).map((text) => text.replaceAll(" ", ""));
  return [...folded, ...joined].join(" ");
}

/** By what a list of names is sorted: last name, then first; Đ with D, Á with A. A shorter last name comes first. */
export function sortKey(last: string, first: string): string {
  // Two blanks: folded text has never two, and sorts nothing before them.
  return [fold(last), fold(first)].filter(Boolean).join("  ");
}

/** Whether a folded text holds every one of some words. */
export function holdsWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

/** A code as it is compared, however it was typed: "k7m2q x4t9w" and "K7M2Q-X4T9W" are one. */
export function foldCode(text: string): string {
  return fold(text).replaceAll(" ", "");
}
