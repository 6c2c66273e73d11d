import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import { paymentReversals, payments } from "#drizzle/schema/billing";
import { persons } from "#drizzle/schema/people";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { displayNameOf } from "~/people/persons/name";

/** Condition on `payments`: nobody has reversed it. Every sum of what was paid, and every "was paid", asks for it. */
export const paymentCounts: SQL = sql`not exists (
  select 1 from ${paymentReversals} where ${paymentReversals.paymentId} = ${payments.id}
)`;

/** What was paid or waived for a claim and counts, oldest first. */
export function listPayments(db: Reader, claimId: string) {
  return db
    .select()
    .from(payments)
    .where(and(eq(payments.claimId, claimId), paymentCounts))
    .orderBy(asc(payments.id))
    .all();
}

/** Everything that was recorded as paid or waived for a claim, oldest first, with what became of it. */
export function listPaymentHistory(db: Reader, claimId: string) {
  return db
    .select({ payment: payments, reversal: paymentReversals, by: persons })
    .from(payments)
    .leftJoin(paymentReversals, eq(paymentReversals.paymentId, payments.id))
    .leftJoin(persons, eq(persons.id, paymentReversals.reversedBy))
    .where(eq(payments.claimId, claimId))
    .orderBy(asc(payments.id))
    .all()
    .map(({ payment, reversal, by }) => ({
      ...payment,
      reversal: reversal && { at: reversal.reversedAt, reason: reversal.reason, by: by ? displayNameOf(by) : "" },
    }));
}

/** Reverses one payment, by a row of its own; the caller has checked the right to it and what follows for its claim. */
export function insertReversal(
  tx: Transaction,
  ctx: ActorContext,
  of: { paymentId: string } | { invoicePaymentId: string },
  about: { subjectId: string; personId?: string | null; reason: string },
): void {
  const { subjectId, personId = null, reason } = about;
  tx.insert(paymentReversals)
    .values({ id: newId(), ...of, reason, reversedBy: ctx.actor.personId, reversedAt: ctx.now })
    .run();
  recordAudit(tx, ctx, { action: "payment.reversed", subjectId, personId, detail: { ...of, reason } });
}
