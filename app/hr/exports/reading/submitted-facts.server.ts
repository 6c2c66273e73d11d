import { and, eq, inArray } from "drizzle-orm";
import { outsideHours } from "#drizzle/schema/renewal/outside";
import { submittedHours, submittedRows } from "#drizzle/schema/staff/submitted-hours";
import type { Affiliation } from "~/people/affiliations/affiliation.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import type { Reader } from "~/platform/database/database.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { doesCount, minutesOf, wordsOfAmount } from "~/renewal/outside/outside-hours";

/** What somebody submitted and HR accepted: on which day it did, by the claim, the award or the entry from elsewhere. */
export type AcceptedSources = Map<string, { acceptedOn: string; title: string; completedOn: string; amount: string }>;

/** What an organisation accepted of what some people submitted to it (P2). */
export function readAccepted(db: Reader, organisationId: string, personIds: readonly string[]): AcceptedSources {
  const rows = db
    .select({ row: submittedRows, decidedAt: submittedHours.decidedAt })
    .from(submittedHours)
    .innerJoin(submittedRows, eq(submittedRows.submissionId, submittedHours.id))
    .where(
      and(
        inArray(submittedHours.personId, [...personIds]),
        eq(submittedHours.organisationId, organisationId),
        eq(submittedHours.state, "accepted"),
      ),
    )
    .all();
  return new Map(
    rows.map(({ row: { sourceId, facts }, decidedAt }) => {
      const { title, completedOn, amount } = facts;
      return [sourceId, { acceptedOn: dateOf(decidedAt!, REGION_TIME_ZONE), title, completedOn, amount }];
    }),
  );
}

/** Minutes from elsewhere with the day of completion. */
export interface ElsewhereMinutes {
  personId: string;
  completedOn: string;
  minutes: number;
}

/**
 * What counts of some people's hours from elsewhere: what a registrar accepted, completed while they belonged to the organisation
 * (S1), and what HR accepted, as long as it says what it said then.
 */
export function listElsewhere(
  db: Reader,
  personIds: readonly string[],
  affiliations: Map<string, Affiliation[]>,
  accepted: AcceptedSources,
): ElsewhereMinutes[] {
  return db
    .select()
    .from(outsideHours)
    .where(inArray(outsideHours.personId, [...personIds]))
    .all()
    .filter((row) => {
      const byHr = accepted.get(row.id);
      if (byHr && doesCount(row.state) && saysWhatItSaid(row, byHr)) return true;
      return row.state === "accepted" && affiliationOn(affiliations.get(row.personId) ?? [], row.completedOn);
    })
    .map((row) => ({ personId: row.personId, completedOn: row.completedOn, minutes: minutesOf(row) }));
}

const saysWhatItSaid = (
  row: typeof outsideHours.$inferSelect,
  said: { title: string; completedOn: string; amount: string },
): boolean =>
  row.title === said.title &&
  row.completedOn === said.completedOn &&
  wordsOfAmount(row.kind, row.amount) === said.amount;
