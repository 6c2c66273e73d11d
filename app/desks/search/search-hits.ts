import { foldCode } from "~/platform/text/fold";

/** What the one search finds, in the order in which it shows it. */
export const HIT_KINDS = [
  "people",
  "offerings",
  "claim-codes",
  "courses",
  "invoices",
  "documents",
  "organisations",
] as const;
export type HitKind = (typeof HIT_KINDS)[number];

/** What each group of hits is called. */
export const HIT_TITLES: Record<HitKind, string> = {
  people: "People",
  offerings: "Offerings",
  "claim-codes": "Claim codes",
  courses: "Courses",
  invoices: "Invoices",
  documents: "Documents",
  organisations: "Organizations",
};

/** How many hits a group shows. */
export const MOST_HITS = 8;

/** Fewer letters and digits than this are too little to look for. */
export const SHORTEST_SEARCH = 2;

/** Something that was found, and the page of it that the reader may open. */
export interface Hit {
  id: string;
  to: string;
  label: string;
  /** What tells it from others of the same name. */
  about: string;
  /** The codes by which it can be found: whoever types one as a whole means nothing else. */
  codes: readonly (string | null)[];
}

/** The hits of one kind. */
export interface HitGroup {
  kind: HitKind;
  hits: Hit[];
  /** Whether more than these fit. */
  more: boolean;
  /** The list that shows all of them, where the reader has one. */
  all: string | null;
}

/** A group of the rows that were read: one more than are shown says that there are more. */
export function groupOf(kind: HitKind, hits: Hit[], all: string | null): HitGroup {
  return { kind, hits: hits.slice(0, MOST_HITS), more: hits.length > MOST_HITS, all };
}

/** Whether what was typed is enough to look for: two letters or digits. */
export const isEnough = (typed: string): boolean => [...foldCode(typed)].length >= SHORTEST_SEARCH;

/** Where a code leads that somebody typed as a whole, if only one thing has it. */
export function exactHit(groups: readonly HitGroup[], typed: string): string | null {
  const wanted = foldCode(typed);
  const meant = groups
    .flatMap(({ hits }) => hits)
    .filter(({ codes }) => codes.some((code) => code !== null && foldCode(code) === wanted));
  const targets = new Set(meant.map(({ to }) => to));
  return targets.size === 1 ? [...targets][0]! : null;
}
