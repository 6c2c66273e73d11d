import { fold } from "~/platform/text/fold";

const MOST_WORDS = 12;

/** From so many characters on, a code is found by any part of it; a shorter one would be found by chance. */
const SHORTEST_CODE_PART = 4;

/** Shorter than that, a beginning would be found in nearly every text. */
const SHORTEST_BEGINNING = 3;

/** One word that somebody typed, as it is looked for in the two ways in which a course is found by it. */
export interface SearchWord {
  /** For the full-text index, with stems: quoted, so that nothing in it is an operator; the last one may go on. */
  match: string;
  /** For text that is folded, has a blank before, between and after its words, and must hold each of these. */
  parts: string[];
}

/** What a person typed, word by word; each must be found. Empty when there is no letter and no digit in it. */
export function searchWordsOf(typed: string): SearchWord[] {
  const words = typed
    .replaceAll("\0", " ")
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .slice(0, MOST_WORDS);
  return words.map((word, index) => ({
    match: `"${word.replaceAll('"', '""')}"${index === words.length - 1 ? "*" : ""}`,
    parts: fold(word).split(" ").filter(Boolean).map(partOf),
  }));
}

/** A word is found by its beginning, a short one as a whole, a number by any part. */
function partOf(word: string): string {
  const length = [...word].length;
  if (length >= SHORTEST_CODE_PART && /\p{N}/u.test(word)) return word;
  return length < SHORTEST_BEGINNING ? ` ${word} ` : ` ${word}`;
}
