import { and, eq } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { getCourse } from "~/catalog/courses/course.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { newCode } from "~/platform/secrets/codes.server";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { findScopedOffering } from "./offering.server";
import type { CatalogRefusal } from "~/catalog/refusal";

const CLAIM_CODE_LENGTH = 6;

/** Opens an approved offering of a published course to the public, and gives it its claim code (T3). */
export function publishOffering(ctx: ScopedContext, offeringId: string): Outcome<{ id: string }, CatalogRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const offering = findScopedOffering(tx, ctx, offeringId);
    if (!offering) return refuse("unknown-offering");
    if (offering.state !== "approved") return refuse("not-possible-now");
    const course = getCourse(tx, offering.courseId);
    if (course.state !== "published") return refuse("course-not-published");
    tx.update(offerings)
      .set({ state: "published", publishedAt: ctx.now, claimCode: unusedClaimCode(tx), updatedAt: ctx.now })
      .where(and(eq(offerings.id, offering.id), eq(offerings.state, "approved")))
      .run();
    recordAudit(tx, ctx, { action: "offering.published", subjectId: offering.id });
    return ok({ id: offering.id });
  });
}

function unusedClaimCode(tx: Transaction): string {
  for (;;) {
    const code = newCode(CLAIM_CODE_LENGTH);
    const taken = tx.select({ id: offerings.id }).from(offerings).where(eq(offerings.claimCode, code)).get();
    if (!taken) return code;
  }
}
