import { partsOfName, type PersonName } from "~/people/persons/name";
import { fold } from "~/platform/text/fold";

/** What somebody is called at a kiosk, in two parts. */
export interface KioskName {
  first: string;
  /** Empty for whoever has one name alone. */
  last: string;
}

const LETTERS = new Intl.Segmenter("en-US", { granularity: "grapheme" });

/** The parts of a name as the roster calls the person: by their preferred name where they have one. */
export function kioskNameOf({ legalFirst, legalLast, preferredName }: PersonName): KioskName {
  const called = preferredName ? partsOfName(preferredName) : null;
  // A single word is what somebody goes by instead of their first name.
  if (called) return called.first ? called : { first: called.last, last: legalFirst ? legalLast : "" };
  return legalFirst ? { first: legalFirst, last: legalLast } : { first: legalLast, last: "" };
}

/**
 * What a kiosk shows of each name of a roster: "Maya J.". Those whom that does not tell apart get as much of the last name as
 * does, "Maya Jo." and "Maya Ja."; the same name twice is shown in full.
 */
export function shortNamesOf(names: readonly KioskName[]): string[] {
  const alike = Map.groupBy(names, ({ first }) => fold(first));
  return names.map((name) => shorten(name, alike.get(fold(name.first)) ?? []));
}

function shorten(name: KioskName, alike: readonly KioskName[]): string {
  const letters = lettersOf(name.last);
  const others = alike.filter((other) => other !== name).map(({ last }) => lettersOf(last));
  for (let count = 1; count < letters.length; count++) {
    const beginning = beginningOf(letters, count);
    if (others.every((other) => beginningOf(other, count) !== beginning))
      return `${name.first} ${letters.slice(0, count).join("").trimEnd()}.`;
  }
  return `${name.first} ${name.last}`.trim();
}

const lettersOf = (text: string): string[] => Array.from(LETTERS.segment(text), ({ segment }) => segment);

const beginningOf = (letters: readonly string[], count: number): string => fold(letters.slice(0, count).join(""));
