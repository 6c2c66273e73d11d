import { fold, LONGEST_SEARCH, searchWords } from "~/platform/text/fold";

/** Before so many letters are typed a kiosk shows nobody. */
export const LEAST_LETTERS = 3;

/** More people than these are not shown: whoever looks for themselves types on. */
export const MOST_SHOWN = 8;

/** What a kiosk shows for what was typed. */
export type KioskFinding<Person> =
  { is: "too-short" } | { is: "nobody" } | { is: "too-many" } | { is: "found"; people: Person[] };

/** Finds people by the beginnings of their names: each word that was typed begins a word of one of them. */
export function findAtKiosk<Person extends { names: readonly string[] }>(
  people: readonly Person[],
  typed: string,
): KioskFinding<Person> {
  if (countLetters(typed) < LEAST_LETTERS) return { is: "too-short" };
  const words = searchWords(typed);
  const found = people.filter(({ names }) => {
    const beginnings = names.flatMap(wordsOfName);
    return words.every((word) => beginnings.some((beginning) => beginning.startsWith(word)));
  });
  if (found.length === 0) return { is: "nobody" };
  return found.length > MOST_SHOWN ? { is: "too-many" } : { is: "found", people: found };
}

const countLetters = (typed: string): number => [...fold(typed.slice(0, LONGEST_SEARCH)).matchAll(/\p{L}/gu)].length;

/** The words of a name, and those of its parts between hyphens: "Okonkwo-Reyes" is found by either half, and by both. */
function wordsOfName(name: string): string[] {
  const whole = fold(name);
  const parts = name.split(/[\s\p{Pd}'’]+/u).map(fold);
  return [...whole.split(" "), whole.replaceAll(" ", ""), ...parts].filter(Boolean);
}
