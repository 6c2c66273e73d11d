import { and, eq } from "drizzle-orm";
import { degreeDates } from "#drizzle/schema/staff/local-rules";
import { listAffiliationsWithin } from "~/hr/hr-scope.server";
import { listChangeHistory } from "~/people/history/change-history.server";
import type { ChangeWords } from "~/people/history/change-words";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";

const WORDS: ChangeWords = {
  actions: new Map([["degree-date.changed", "Degree"]]),
  fields: new Map([["degreeOn", "on"]]),
};

/** Under which the audit log keeps a degree of somebody with a district. */
export const degreeSubject = (organisationId: string, personId: string): string => `${organisationId} ${personId}`;

/** The day of somebody's degree as a district knows it, as its form shows it. Asks nobody for permission. */
export function findDegree(db: Reader, organisationId: string, personId: string): { degreeOn: string } {
  const own = and(eq(degreeDates.organisationId, organisationId), eq(degreeDates.personId, personId));
  return { degreeOn: db.select().from(degreeDates).where(own).get()?.degreeOn ?? "" };
}

/** What was said of it before. */
export const listDegreeHistory = (db: Reader, organisationId: string, personId: string) =>
  listChangeHistory(db, degreeSubject(organisationId, personId), WORDS);

/**
 * HR says since when somebody has the degree on which their pay rests, or that no day is known.
 * @throws Response 404 for an organisation that is not the actor's, and for somebody who never belonged to it
 */
export function saveDegree(
  ctx: ScopedContext,
  input: { organisationId: string; personId: string; degreeOn: string | null },
): void {
  const { organisationId, personId, degreeOn } = input;
  inTransaction(ctx.db, (tx) => {
    const isMine = ctx.scopeIds.includes(organisationId);
    if (!isMine || listAffiliationsWithin(tx, personId, [organisationId]).length === 0) throw notFound();
    const before = findDegree(tx, organisationId, personId).degreeOn || null;
    if (before === degreeOn) return;
    const own = and(eq(degreeDates.organisationId, organisationId), eq(degreeDates.personId, personId));
    if (degreeOn === null) tx.delete(degreeDates).where(own).run();
    else
      tx.insert(degreeDates)
        .values({ organisationId, personId, degreeOn, updatedAt: ctx.now })
        .onConflictDoUpdate({
          target: [degreeDates.organisationId, degreeDates.personId],
          set: { degreeOn, updatedAt: ctx.now },
        })
        .run();
    recordAudit(tx, ctx, {
      action: "degree-date.changed",
      subjectId: degreeSubject(organisationId, personId),
      personId,
      detail: { changes: { degreeOn: [before, degreeOn] } },
    });
  });
}
