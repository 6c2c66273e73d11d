import { and, count, eq } from "drizzle-orm";
import { approvalDecisions } from "#drizzle/schema/approval";
import { instructors, offeringDesignations, offerings, sessions } from "#drizzle/schema/catalog";
import { grants } from "#drizzle/schema/grants";
import { offeringMaterials } from "#drizzle/schema/materials";
import { registrations } from "#drizzle/schema/registration";
import { reminders } from "#drizzle/schema/reminders";
import { findScopedOffering } from "~/catalog/offerings/offering.server";
import type { CatalogRefusal } from "~/catalog/refusal";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";

/** Deletes a draft that no committee has decided on. What it said stays in the audit log. */
export function deleteDraft(ctx: ScopedContext, offeringId: string): Outcome<{ courseId: string }, CatalogRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const offering = findScopedOffering(tx, ctx, offeringId);
    if (!offering) return refuse("unknown-offering");
    if (offering.state !== "draft") return refuse("not-possible-now");
    const decided = countOf(
      tx.select({ count: count() }).from(approvalDecisions).where(eq(approvalDecisions.offeringId, offering.id)),
    );
    if (decided > 0) return refuse("decided-already");
    for (const table of [reminders, grants, instructors, offeringDesignations, offeringMaterials, sessions] as const)
      tx.delete(table).where(eq(table.offeringId, offering.id)).run();
    tx.delete(offerings).where(eq(offerings.id, offering.id)).run();
    const { courseId, place, startsAt } = offering;
    recordAudit(tx, ctx, { action: "offering.deleted", subjectId: offering.id, detail: { courseId, place, startsAt } });
    return ok({ courseId });
  });
}

/** Takes an offering out of the catalog again, while nobody has ever registered: it is approved, and can be published. */
export function unpublishOffering(ctx: ScopedContext, offeringId: string): Outcome<{ id: string }, CatalogRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const offering = findScopedOffering(tx, ctx, offeringId);
    if (!offering) return refuse("unknown-offering");
    if (offering.state !== "published") return refuse("not-possible-now");
    if (countRegistrations(tx, offering.id) > 0) return refuse("has-registrations");
    tx.update(offerings)
      .set({ state: "approved", publishedAt: null, claimCode: null, updatedAt: ctx.now })
      .where(and(eq(offerings.id, offering.id), eq(offerings.state, "published")))
      .run();
    recordAudit(tx, ctx, { action: "offering.unpublished", subjectId: offering.id });
    return ok({ id: offering.id });
  });
}

/** How many have ever registered for an offering, whatever became of it. */
export const countRegistrations = (db: Reader, offeringId: string): number =>
  countOf(db.select({ count: count() }).from(registrations).where(eq(registrations.offeringId, offeringId)));
