import { and, eq, isNull } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { grants } from "#drizzle/schema/grants";
import { registrations } from "#drizzle/schema/registration";
import { reminderPlans, reminders } from "#drizzle/schema/reminders";
import { isConfirmedSince } from "~/attendance/presence/confirmation.server";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { policyOf } from "~/catalog/providers/provider-policy.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { eachDue } from "~/platform/jobs/each-due.server";
import { planClaimReminders, planConfirmations } from "./claim-plan";
import type { PlannedReminder } from "./planned-reminder";
import { reconcileReminders } from "./reconcile.server";
import { planRosters, planSessionReminders } from "./session-plan";

/**
 * Computes anew the reminders of every offering in line, each in a transaction of its own. The line is filled by triggers
 * in the transactions of the changes, so that none is forgotten when a process dies.
 * @returns how many offerings
 */
export function planQueuedOfferings(ctx: Context): number {
  return eachDue(ctx, {
    kind: "plan-reminders",
    list: (db, isTried, limit) =>
      db
        .select()
        .from(reminderPlans)
        .where(isTried(reminderPlans.offeringId))
        .limit(limit)
        .all()
        .map(({ offeringId }) => offeringId),
    process: (offeringId) =>
      inTransaction(ctx.db, (tx) => {
        const { changes } = tx.delete(reminderPlans).where(eq(reminderPlans.offeringId, offeringId)).run();
        if (changes > 0) planOffering(tx, ctx, offeringId);
        return changes;
      }),
  });
}

function planOffering(tx: Transaction, ctx: Context, offeringId: string): void {
  const offering = tx.select().from(offerings).where(eq(offerings.id, offeringId)).get();
  if (!offering) return;
  const stored = tx.select().from(reminders).where(eq(reminders.offeringId, offeringId)).all();
  const planned = offering.state === "published" ? planOf(tx, offering) : [];
  reconcileReminders(tx, ctx, stored, planned, offeringId);
}

function planOf(tx: Transaction, offering: Offering): PlannedReminder[] {
  const { id, endsAt, timeZone, modality, updatedAt } = offering;
  if (endsAt === null) return [];
  const dates = listSessions(tx, id);
  // What a move makes due in the past was told by the message of the move.
  const since = (each: { personId: string; at: number }) => ({
    personId: each.personId,
    since: Math.max(each.at, updatedAt),
  });
  const seated = listSeated(tx, id).map(since);
  const facilitators = listFacilitators(tx, id);
  const mine = tx.select().from(claims).where(eq(claims.offeringId, id)).all();
  return [
    ...planSessionReminders(dates, modality, seated),
    ...planRosters(dates, facilitators.map(since)),
    ...(isConfirmedSince(tx, id, endsAt)
      ? []
      : planConfirmations(
          { id, endsAt, timeZone },
          facilitators.map(({ personId, at }) => ({ personId, since: at })),
        )),
    ...planClaimReminders(mine, policyOf(tx, offering), timeZone),
  ];
}

function listSeated(tx: Transaction, offeringId: string) {
  return tx
    .select({ personId: registrations.personId, at: registrations.updatedAt })
    .from(registrations)
    .where(and(eq(registrations.offeringId, offeringId), eq(registrations.status, "registered")))
    .all();
}

function listFacilitators(tx: Transaction, offeringId: string) {
  return tx
    .select({ personId: grants.personId, at: grants.grantedAt })
    .from(grants)
    .where(and(eq(grants.offeringId, offeringId), eq(grants.role, "facilitator"), isNull(grants.revokedAt)))
    .all();
}
