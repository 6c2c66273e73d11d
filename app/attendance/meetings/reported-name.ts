import { fold } from "~/platform/text/fold";

/** Why somebody of a report was taken for somebody of the roster. */
export type MatchReason = "email" | "name" | "nickname" | "decision";

/** How each reason reads. */
export const MATCH_REASONS: Record<MatchReason, string> = {
  email: "Same email address",
  name: "Same name",
  nickname: "Same name without what stands in parentheses, or of a device",
  decision: "As somebody said for this offering",
};

/** Somebody of the roster, with every name and address by which an online meeting may know them. */
export interface Expected {
  id: string;
  /** Legal, preferred and former names, each as it is written. */
  names: readonly string[];
  emails: readonly string[];
}

/** What tells somebody of a report from everybody else in it, and in the next one. */
export const whoOf = ({ name, email }: { name: string; email: string | null }): string =>
  email === null ? `name ${wordsOf(name)}` : `email ${email.toLowerCase()}`;

/** A phone that was dialled in with, of which a report knows the number alone. */
export const isPhone = (name: string): boolean => /^(call.?in user|\+?[\d\s().*x-]{7,})/i.test(name.trim());

/** The words of a name in one order, so that "Lovelace, Ada" is "Ada Lovelace", and a hyphen parts words as a blank does. */
const wordsOf = (name: string): string =>
  fold(name.replaceAll(/[,\p{Pd}]/gu, " "))
    .split(" ")
    .filter(Boolean)
    .sort()
    .join(" ");

/** What a device adds to its owner's name: "Ada's iPhone", "iPad de Ada". */
const DEVICE =
  /(?:['’]s)?\s*\b(?:iphone|ipad|macbook(?: pro| air)?|android|galaxy|pixel|laptop|desktop|phone)\b.*$|^(?:iphone|ipad|macbook) (?:de|von|di) /i;

/** What stands last in a name, or before its comma: "Robert (Bob) Smith" goes by Bob Smith. */
const lastNameIn = (name: string): string =>
  (name.includes(",") ? name.split(",")[0] : name.trim().split(/\s+/).at(-1)) ?? "";

/** The names that a reported one may stand for, most exact first: as it is, then without parentheses and devices. */
function readingsOf(name: string): { words: string; reason: MatchReason }[] {
  const inside = [...name.matchAll(/\(([^)]*)\)/g)].map(([, text = ""]) => text);
  const outside = name.replaceAll(/\([^)]*\)/g, " ");
  const short = inside.map((text) => `${text} ${lastNameIn(outside)}`);
  const readings = [outside, ...inside, outside.replace(DEVICE, ""), ...short]
    .map(wordsOf)
    .filter((words) => words.includes(" "));
  return [
    { words: wordsOf(name), reason: "name" },
    ...readings.map((words) => ({ words, reason: "nickname" as const })),
  ];
}

/** The roster as somebody of a report is looked for in it. */
export interface RosterIndex {
  byEmail: ReadonlyMap<string, string>;
  byWords: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Indexes a roster by addresses and by names, in whichever order a name stands. */
export function indexRoster(expected: readonly Expected[]): RosterIndex {
  const byEmail = new Map<string, string>();
  const byWords = new Map<string, Set<string>>();
  for (const { id, names, emails } of expected) {
    for (const email of emails) byEmail.set(email.toLowerCase(), id);
    for (const words of new Set(names.map(wordsOf).filter(Boolean))) {
      const ids = byWords.get(words) ?? new Set();
      byWords.set(words, ids.add(id));
    }
  }
  return { byEmail, byWords };
}

/**
 * Whom of the roster somebody of a report is: by the address, else by a name that is one person's alone. Null where nobody is, or
 * where two of the roster bear the name.
 */
export function matchReported(
  { byEmail, byWords }: RosterIndex,
  { name, email }: { name: string; email: string | null },
): { id: string; reason: MatchReason } | null {
  const known = email === null ? undefined : byEmail.get(email.toLowerCase());
  if (known !== undefined) return { id: known, reason: "email" };
  for (const { words, reason } of readingsOf(name)) {
    const [only, ...others] = byWords.get(words) ?? [];
    if (only !== undefined) return others.length > 0 ? null : { id: only, reason };
  }
  return null;
}
