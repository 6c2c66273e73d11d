import { schoolYearOf } from "~/credits/counting/hours-summary";
import type { AffiliationDates } from "~/people/affiliations/affiliation-dates";
import type { RoleKind } from "~/people/roles/role";
import { lastPage } from "~/platform/lists/list-shape";

/** What a line of a person's timeline is about. */
export const TIMELINE_KINDS = {
  affiliation: "Affiliation",
  hours: "Clock hours",
  claim: "Claim",
  document: "Document",
  award: "Micro-credential",
  export: "Export",
  submission: "Submitted",
  review: "Salary review",
} as const;
export type TimelineKind = keyof typeof TIMELINE_KINDS;

/** One thing that happened to somebody while they belonged to a district (S1). */
export interface TimelineLine {
  key: string;
  kind: TimelineKind;
  /** `YYYY-MM-DD`, in the home provider's zone. */
  day: string;
  /** Orders lines of one day, epoch milliseconds; null for what has a day alone. */
  at: number | null;
  what: string;
  /** Where it is looked at, where HR may open it. */
  to: string | null;
}

interface TimelineAffiliation extends AffiliationDates {
  id: string;
  organisationId: string;
  organisation: string;
  roleKind: RoleKind;
  title: string | null;
  building: string | null;
}

/** Whose timeline, for whose HR: only what falls within these affiliations is in it (S1). */
export interface TimelineOf {
  personId: string;
  affiliations: readonly TimelineAffiliation[];
  /** Organisations of the affiliations, by id; where there are several, each line says whose it is. */
  organisations: ReadonlyMap<string, string>;
  now: number;
  timeZone: string;
}

/** The words of a line, with whose they are where there are several districts. */
export const named = ({ organisations }: TimelineOf, organisationId: string, words: string): string =>
  organisations.size > 1 ? `${organisations.get(organisationId) ?? ""}: ${words}` : words;

/** So many lines stand on a page. */
export const TIMELINE_PAGE = 50;

/** A page of the timeline: newest first, by school year, 1 September to 31 August. */
export interface TimelinePage {
  years: { year: string; lines: TimelineLine[] }[];
  page: number;
  total: number;
}

/** Puts lines in order and cuts a page out of them, counted from 1; a page past the end is the last one. */
export function pageTimeline(lines: readonly TimelineLine[], wanted: number): TimelinePage {
  const sorted = [...lines].sort((a, b) => compare(b.day, a.day) || (b.at ?? 0) - (a.at ?? 0) || compare(b.key, a.key));
  const page = Math.min(Math.max(1, Math.trunc(wanted) || 1), lastPage(sorted.length, TIMELINE_PAGE));
  const shown = sorted.slice((page - 1) * TIMELINE_PAGE, page * TIMELINE_PAGE);
  const years = [...Map.groupBy(shown, ({ day }) => schoolYearOf(day))].map(([year, own]) => ({ year, lines: own }));
  return { years, page, total: sorted.length };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
