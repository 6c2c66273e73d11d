import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { organisations } from "#drizzle/schema/people";
import { submittedHours, submittedRows } from "#drizzle/schema/staff/submitted-hours";
import { listAffiliationsWithin } from "~/hr/hr-scope.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import type { Reader } from "~/platform/database/database.server";
import { listSubmittableOf, type Submittable } from "./submittable.server";
import { saysTheSame, type SubmittedFacts, type SubmittedKind } from "./submitted-hours";

export type SubmissionRow = typeof submittedHours.$inferSelect;

/** A row of a submission as pages show it. */
export interface ShownSubmittedRow extends SubmittedFacts {
  key: string;
  kind: SubmittedKind;
  /** What became of it since, in words; null where it stands as it was submitted. */
  since: string | null;
}

/** The rows of somebody's submissions to one organisation, by submission, with what became of each since. */
export function listSubmittedRows(
  db: Reader,
  { personId, organisationId }: Pick<SubmissionRow, "personId" | "organisationId">,
  submissionIds: readonly string[],
): Map<string, ShownSubmittedRow[]> {
  const rows = db
    .select()
    .from(submittedRows)
    .where(inArray(submittedRows.submissionId, [...submissionIds]))
    .orderBy(asc(submittedRows.submissionId), asc(submittedRows.position))
    .all();
  if (rows.length === 0) return new Map();
  const current = new Map(listSubmittableOf(db, personId).map((each) => [each.sourceId, each]));
  const dates = listAffiliationsWithin(db, personId, [organisationId]);
  const shown = rows.map((row) => {
    const now = current.get(row.sourceId);
    const isSeen = row.kind === "credit" && affiliationOn(dates, row.completedOn) !== undefined;
    const facts = now && saysTheSame(row.facts, now.facts) ? now.facts : row.facts;
    const key = `${row.submissionId} ${row.position}`;
    return { submissionId: row.submissionId, key, kind: row.kind, ...facts, since: sinceThen(row, now, isSeen) };
  });
  return Map.groupBy(shown, ({ submissionId }) => submissionId);
}

/** What is said of a row that does not stand as it was submitted. What an entry from elsewhere says by now, HR is not told. */
function sinceThen(
  { kind, facts }: { kind: SubmittedKind; facts: SubmittedFacts },
  now: Submittable | undefined,
  isSeen: boolean,
): string | null {
  if (kind === "elsewhere")
    return now && saysTheSame(facts, now.facts) ? null : "Changed or taken out since it was submitted";
  if (!now) return "Taken off the ledger since it was submitted";
  if (!saysTheSame(facts, now.facts)) return `Corrected since it was submitted: now ${now.facts.amount}`;
  return isSeen ? "Stands among the district’s own clock hours by now" : null;
}

/** What these organisations accepted of somebody's submitted hours, the latest first. Asks nobody for permission. */
export function listAcceptedSubmissions(db: Reader, personId: string, organisationIds: readonly string[]) {
  const accepted = db
    .select({ row: submittedHours, organisation: organisations.name })
    .from(submittedHours)
    .innerJoin(organisations, eq(organisations.id, submittedHours.organisationId))
    .where(
      and(
        eq(submittedHours.personId, personId),
        inArray(submittedHours.organisationId, [...organisationIds]),
        eq(submittedHours.state, "accepted"),
      ),
    )
    .orderBy(desc(submittedHours.decidedAt), desc(submittedHours.id))
    .all();
  const byOrganisation = Map.groupBy(accepted, ({ row }) => row.organisationId);
  const rows = new Map(
    [...byOrganisation].flatMap(([organisationId, theirs]) => [
      ...listSubmittedRows(
        db,
        { personId, organisationId },
        theirs.map(({ row }) => row.id),
      ),
    ]),
  );
  return accepted.map(({ row, organisation }) => ({
    id: row.id,
    organisation,
    decidedAt: row.decidedAt ?? row.updatedAt,
    rows: rows.get(row.id) ?? [],
  }));
}
