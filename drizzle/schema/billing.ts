import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { PAYMENT_KINDS } from "../../app/billing/payment-kind";
import { id, instant, oneOf, plainDate } from "./column";
import { claims } from "./credits";
import { persons } from "./people";

/** T8: what settled the fee of a claim, exact in cents; a waiver is a row of its amount with the reason. */
export const payments = sqliteTable(
  "payments",
  {
    id: id(),
    claimId: text("claim_id")
      .notNull()
      .references(() => claims.id),
    kind: text("kind", { enum: PAYMENT_KINDS }).notNull(),
    amountCents: integer("amount_cents").notNull(),
    /** Number of the cheque, the terminal's receipt or the purchase order; why, for a waiver. */
    reference: text("reference").notNull(),
    receivedOn: plainDate("received_on").notNull(),
    /** Null for a waiver by rule. */
    recordedBy: text("recorded_by").references(() => persons.id),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    oneOf("payments_kind", t.kind, PAYMENT_KINDS),
    check("payments_amount", sql`${t.amountCents} >= 0`),
    index("payments_claim").on(t.claimId),
  ],
);
