import { and, desc, eq, inArray } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { salaryReviews } from "#drizzle/schema/staff/local-rules";
import { isNewestVersion } from "~/credits/ledger/ledger.server";
import { isSeenBy } from "~/hr/hr-scope.server";
import { judgePeople, sourceOf } from "~/hr/local-rules/judged-people.server";
import { displayNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import type { ReviewInput } from "./review-form";
import { verdictInWords } from "./salary-words";

/**
 * HR of an organisation says of rows what they are for pay (S2): each gets a review of its own, and what was said before
 * stays. Returns how many rows were reviewed.
 * @throws Response 404 when the organisation is not the actor's, or a row is not one of its people's as it stands now (S1)
 */
export function reviewHours(ctx: ScopedContext, organisationId: string, input: ReviewInput): number {
  const { verdict, reason } = input;
  const criterion = verdict === "accepted" ? input.criterion : null;
  if (!ctx.scopeIds.includes(organisationId)) throw notFound();
  return inTransaction(ctx.db, (tx) => {
    const wanted = [...new Set(input.credit)];
    const rows = tx
      .select()
      .from(credits)
      .where(and(inArray(credits.id, wanted), isNewestVersion, isSeenBy([organisationId])))
      .all();
    if (rows.length !== wanted.length) throw notFound();
    const personIds = [...new Set(rows.map(({ personId }) => personId))];
    const judged = judgePeople(tx, organisationId, personIds);
    tx.insert(salaryReviews)
      .values(
        rows.map((row) => ({
          id: newId(),
          organisationId,
          personId: row.personId,
          sourceId: sourceOf(row),
          creditId: row.id,
          year: judged.get(row.personId)!.hours.get(row.id)!.year,
          ...{ verdict, criterion, reason, reviewedBy: ctx.actor.personId, reviewedAt: ctx.now },
        })),
      )
      .run();
    const detail = { organisationId, credits: rows.map(({ id }) => id), verdict, criterion, reason };
    recordAudit(tx, ctx, { action: "salary-review.recorded", subjectId: organisationId, personIds, detail });
    return rows.length;
  });
}

/** What was said of somebody's hours for an organisation, newest first: by the claim or the award. Asks nobody for permission. */
export function listReviewHistory(db: Reader, organisationId: string, personId: string) {
  const rows = db
    .select({ review: salaryReviews, reviewer: persons })
    .from(salaryReviews)
    .innerJoin(persons, eq(persons.id, salaryReviews.reviewedBy))
    .where(and(eq(salaryReviews.personId, personId), eq(salaryReviews.organisationId, organisationId)))
    .orderBy(desc(salaryReviews.id))
    .all()
    .map(({ review, reviewer }) => ({
      id: review.id,
      sourceId: review.sourceId,
      at: review.reviewedAt,
      who: displayNameOf(reviewer),
      what: verdictInWords(review),
    }));
  return Map.groupBy(rows, ({ sourceId }) => sourceId);
}
