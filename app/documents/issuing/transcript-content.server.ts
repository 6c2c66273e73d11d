import type { Designation } from "~/catalog/courses/designation";
import { listCurrentCredits } from "~/credits/ledger/ledger.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { findPerson } from "~/people/persons/person.server";
import type { Reader } from "~/platform/database/database.server";
import { approvalYearOf, dateOf } from "~/platform/time/time-zone";
import { educatorOf, issuerOf, lineOf, type Taken } from "./document-content.server";
import type { TranscriptLine } from "./transcript-parameters";
import type { TranscriptSection } from "./transcript-section";

/** Which credits a transcript holds: completion dates `YYYY-MM-DD`, both included, null for an open end; and a designation. */
export interface Period {
  from: string | null;
  to: string | null;
  designation?: Designation | null | undefined;
}

/** Whose section is wanted, and for which period and topic. */
export interface SectionWish extends Period {
  personId: string;
}

/**
 * Says what else a transcript of this period holds, from the database alone; null for nothing. The same facts must give the
 * same section, since what says something new is a new document (D5). No row may lie outside of the period. `now` in epoch
 * milliseconds.
 */
export type SectionMaker = (db: Reader, now: number, wish: SectionWish) => TranscriptSection | null;

/** What the person's transcript of a period says now, with the sections of these makers; null when there is no such person. */
export function takeTranscriptContent(
  db: Reader,
  now: number,
  { personId, ...period }: SectionWish,
  makers: readonly SectionMaker[],
): Taken | null {
  const person = findPerson(db, personId);
  if (!person) return null;
  const provider = getHomeProvider(db);
  const { from, to, designation } = period;
  const sections = makeSections(db, now, { personId, ...period }, makers);
  return {
    providerId: provider.id,
    timeZone: provider.timeZone,
    content: {
      kind: "transcript",
      title: "Transcript of clock hours",
      educator: educatorOf(db, person),
      provider: issuerOf(db, provider, approvalYearOf(dateOf(now, provider.timeZone))),
      period: from || to ? { from, to } : null,
      designation: designation ?? null,
      lines: listTranscriptLines(db, personId, period),
      ...(sections.length > 0 && { sections }),
    },
  };
}

/**
 * What these makers have to say for a period, in their order.
 * @throws Error when a row lies outside of it: whoever asked may see no more (S1)
 */
export function makeSections(
  db: Reader,
  now: number,
  wish: SectionWish,
  makers: readonly SectionMaker[],
): TranscriptSection[] {
  const sections = makers.map((make) => make(db, now, wish)).filter((section) => section !== null);
  const { from, to } = wish;
  for (const { heading, rows } of sections) {
    if (rows.some(({ on }) => (from && on < from) || (to && on > to))) {
      throw new Error(`The section “${heading}” of a transcript has a row outside of its period.`);
    }
  }
  return sections;
}

/** The lines that a person's transcript of a period has now: every current credit of more than no hours. */
export function listTranscriptLines(db: Reader, personId: string, period: Period): TranscriptLine[] {
  return listCurrentCredits(db, personId, period)
    .filter((credit) => credit.minutes > 0)
    .map(lineOf);
}
