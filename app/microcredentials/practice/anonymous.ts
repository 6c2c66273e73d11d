/** What a text would give its author away by. */
export interface Traces {
  /** First, last, preferred and former names, each by itself or together. */
  names: readonly string[];
  /** Organisations and buildings. */
  places: readonly string[];
  emails: readonly string[];
}

const STANDS_FOR = { name: "[name]", place: "[workplace]", email: "[e-mail]", link: "[link]" };

/** Endings of places that people leave out when they write of them. */
const PLACE_ENDINGS =
  /\s+(?:(?:public|community|consolidated)\s+schools|school\s+district|(?:elementary|middle|high|primary|junior\s+high)(?:\s+school)?|school|academy)$/iu;

/** A name shorter than that would be found everywhere; so would a shorter part of one, such as "de". */
const SHORTEST = 2;
const SHORTEST_PART = 3;

const ADDRESS = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const LINK = /\b(?:https?:\/\/|www\.)\S+/giu;

/**
 * A text without what gives its author away: names, places of work and e-mail addresses are replaced wherever they stand as words,
 * whatever their letters and accents look like, and so are addresses of others and links. What somebody tells of themselves in other words stays: a
 * coordinator reads it before anybody practises on it.
 */
export function anonymise(text: string, { names, places, emails }: Traces): string {
  const known = text.normalize("NFD");
  const steps: [RegExp | null, string][] = [
    [wordsIn(emails), STANDS_FOR.email],
    [ADDRESS, STANDS_FOR.email],
    [LINK, STANDS_FOR.link],
    [wordsIn(places.flatMap((place) => [place, place.replace(PLACE_ENDINGS, "")])), STANDS_FOR.place],
    [wordsIn(names.flatMap((name) => [name, ...partsOf(name)])), STANDS_FOR.name],
  ];
  const plain = steps.reduce((left, [found, word]) => (found ? left.replace(found, word) : left), known);
  return plain.normalize("NFC");
}

/** Finds any of some words, the longest first, whatever their case and their accents; null for none. */
function wordsIn(words: readonly string[]): RegExp | null {
  const wanted = [...new Set(words.map(bare))].filter(({ length }) => length >= SHORTEST);
  if (wanted.length === 0) return null;
  const each = wanted.toSorted((one, other) => other.length - one.length).map(patternOf);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${each.join("|")})(?![\\p{L}\\p{M}\\p{N}])`, "giu");
}

const partsOf = (name: string): string[] => name.split(/[\s\-‐‑]+/).filter((part) => part.length >= SHORTEST_PART);

const bare = (word: string): string => word.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();

const patternOf = (word: string): string =>
  [...word]
    .map((letter) => {
      if (/\s/.test(letter)) return "\\s+";
      if (/['’]/.test(letter)) return "['’]";
      if (/[-‐‑–]/.test(letter)) return "[-‐‑–]";
      return `${letter.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}\\p{M}*`;
    })
    .join("")
    .replace(/(?:\\s\+)+/g, "\\s+");
