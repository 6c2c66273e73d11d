import { eq } from "drizzle-orm";
import { affiliations } from "#drizzle/schema/people";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import type { Affiliation } from "./affiliation.server";
import { toAffiliationDraft } from "./affiliation-draft";

/** Puts an entry back as it was, confirmation and all; the caller has checked the right, and that nobody changed it since. */
export function restoreAffiliation(tx: Transaction, ctx: Context, now: Affiliation, before: Affiliation): void {
  tx.update(affiliations).set(before).where(eq(affiliations.id, before.id)).run();
  const { id, personId, organisationId, fromDate, toDate } = before;
  const changes = changesBetween(toAffiliationDraft(now), toAffiliationDraft(before));
  const changed = Object.keys(changes).length > 0;
  const vouching = before.confirmedAt === null ? "nobody" : "as-before";
  recordAudit(tx, ctx, {
    action: changed ? "affiliation.corrected" : "affiliation.answer-withdrawn",
    subjectId: id,
    personId,
    detail: changed ? { vouching, changes } : { organisationId, fromDate, toDate },
  });
}

/** Takes back an entry that was made by mistake; the caller has checked the right, and that nobody changed it since. */
export function removeEntered(tx: Transaction, ctx: Context, { id, personId, ...entry }: Affiliation): void {
  tx.delete(affiliations).where(eq(affiliations.id, id)).run();
  const { organisationId, fromDate, toDate } = entry;
  const detail = { organisationId, fromDate, toDate };
  recordAudit(tx, ctx, { action: "affiliation.removed", subjectId: id, personId, detail });
}
