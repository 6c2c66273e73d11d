import { and, eq, inArray, ne } from "drizzle-orm";
import { submittedHours, submittedRows } from "#drizzle/schema/staff/submitted-hours";
import { type CurrentCredit, listCurrentCredits } from "~/credits/ledger/ledger.server";
import { listAffiliationsWithin } from "~/hr/hr-scope.server";
import { sourceOf } from "~/hr/local-rules/judged-people.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import type { Reader } from "~/platform/database/database.server";
import { doesCount, markOf, topicsInWords, wordsOfAmount } from "~/renewal/outside/outside-hours";
import { type KnownOutside, listOutsideHours } from "~/renewal/outside/outside-hours.server";
import { LIVE_STATES, type SubmittedFacts, type SubmittedKind } from "./submitted-hours";

/** Hours as they can be submitted. */
export interface Submittable {
  /** By which a form names the row: of a credit its version, too. */
  key: string;
  kind: SubmittedKind;
  sourceId: string;
  creditId: string | null;
  facts: SubmittedFacts;
}

/**
 * S1: what somebody can submit to an organisation, latest first: posted hours that it does not see, since it has confirmed no
 * workplace of theirs on the day of completion; and hours from elsewhere that count, of any day. Not what waits there or
 * was accepted. Asks nobody for permission.
 */
export function listSubmittable(db: Reader, personId: string, organisationId: string): Submittable[] {
  const dates = listAffiliationsWithin(db, personId, [organisationId]);
  const live = listLiveSources(db, personId, organisationId);
  return listSubmittableOf(db, personId)
    .filter(({ kind, facts }) => kind === "elsewhere" || affiliationOn(dates, facts.completedOn) === undefined)
    .filter(({ sourceId }) => !live.has(sourceId))
    .sort((a, b) => (a.facts.completedOn < b.facts.completedOn ? 1 : -1));
}

/** All of somebody's hours as rows of a submission would show them now. Asks nobody for permission. */
export const listSubmittableOf = (db: Reader, personId: string): Submittable[] => [
  ...listCurrentCredits(db, personId)
    .filter(({ minutes }) => minutes > 0)
    .map(creditToSubmit),
  ...listOutsideHours(db, personId)
    .filter(({ state }) => doesCount(state))
    .map(outsideToSubmit),
];

/** Whether hours of a submission wait, or were accepted, in another one to the same organisation. */
export function standsElsewhere(
  db: Reader,
  { id, personId, organisationId }: { id: string; personId: string; organisationId: string },
): boolean {
  const live = listLiveSources(db, personId, organisationId, id);
  const own = db.select().from(submittedRows).where(eq(submittedRows.submissionId, id)).all();
  return own.some(({ sourceId }) => live.has(sourceId));
}

function listLiveSources(db: Reader, personId: string, organisationId: string, but?: string): Set<string> {
  const rows = db
    .select({ sourceId: submittedRows.sourceId })
    .from(submittedHours)
    .innerJoin(submittedRows, eq(submittedRows.submissionId, submittedHours.id))
    .where(
      and(
        eq(submittedHours.personId, personId),
        eq(submittedHours.organisationId, organisationId),
        inArray(submittedHours.state, [...LIVE_STATES]),
        but === undefined ? undefined : ne(submittedHours.id, but),
      ),
    )
    .all();
  return new Set(rows.map(({ sourceId }) => sourceId));
}

const creditToSubmit = (credit: CurrentCredit): Submittable => ({
  key: `credit-${credit.id}`,
  kind: "credit",
  sourceId: sourceOf(credit),
  creditId: credit.id,
  facts: {
    title: credit.snapshot.course.title,
    givenBy: credit.snapshot.provider.name,
    completedOn: credit.completedOn,
    amount: wordsOfAmount("clock-hours", credit.minutes),
    topics: topicsInWords(credit.snapshot.designations as Parameters<typeof topicsInWords>[0]),
    mark: `Posted by ${credit.snapshot.provider.name}, in-service number ${credit.snapshot.offering.inServiceNumber}`,
  },
});

const outsideToSubmit = (row: KnownOutside): Submittable => ({
  key: `elsewhere-${row.id}`,
  kind: "elsewhere",
  sourceId: row.id,
  creditId: null,
  facts: {
    title: row.title,
    givenBy: row.providerName,
    completedOn: row.completedOn,
    amount: wordsOfAmount(row.kind, row.amount),
    topics: topicsInWords(row.designations),
    mark: markOf(row),
  },
});
