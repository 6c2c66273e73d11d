import { and, eq, isNull } from "drizzle-orm";
import { accountTokens, persons } from "#drizzle/schema/people";
import { findAccountOf, isAddressTaken } from "~/people/accounts/account.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { keepEarlierName } from "~/people/names/former-name.server";
import { legalNameOf } from "./name";
import { getPerson, type Person } from "./person.server";

/** Why nothing was changed on a record. */
export type CorrectionRefusal = "same-name" | "same-number" | "same-address" | "has-account" | "address-taken";

/** Each refusal in plain words: why, and what to do next. */
export const CORRECTION_REFUSALS: Record<CorrectionRefusal, string> = {
  "same-name": "This is the name that stands already.",
  "same-number": "This is the number that stands already.",
  "same-address": "This is the address that stands already.",
  "has-account":
    "This person has an account by now, and signs in with its address. An administrator can propose another.",
  "address-taken": "Another person has this email address.",
};

/**
 * Corrects somebody's legal name. The one before is kept as a former name, which their earlier records bear, unless it was
 * a typing mistake or stood for less than a day. Documents that were issued keep the name that they were issued with (D5). The caller has checked the
 * right to the person.
 */
export function correctLegalName(
  ctx: ActorContext,
  input: { personId: string; legalFirst: string; legalLast: string; reason: string; typingMistake: boolean },
): Outcome<null, "same-name"> {
  const { personId, legalFirst, legalLast, reason, typingMistake } = input;
  return inTransaction(ctx.db, (tx) => {
    const before = getPerson(tx, personId);
    if (before.legalFirst === legalFirst && before.legalLast === legalLast) return refuse("same-name");
    if (!typingMistake) keepEarlierName(tx, ctx, before, legalNameOf({ legalFirst, legalLast }));
    change(tx, ctx, before, { legalFirst, legalLast }, { action: "person.name-corrected", reason, typingMistake });
    return ok(null);
  });
}

/** Corrects somebody's certificate number, or takes it off. The caller has checked the right to the person. */
export function correctCertificateNumber(
  ctx: ActorContext,
  { personId, certificateNumber, reason }: { personId: string; certificateNumber: string | null; reason: string },
): Outcome<null, "same-number"> {
  return inTransaction(ctx.db, (tx) => {
    const before = getPerson(tx, personId);
    if (before.certificateNumber === certificateNumber) return refuse("same-number");
    change(tx, ctx, before, { certificateNumber }, { action: "person.number-corrected", reason });
    return ok(null);
  });
}

/**
 * Corrects the address of a record without an account; invitations to the one before stop working. With an account, the
 * address is what its owner signs in with, and only they can prove another. The caller has checked the right to the person.
 */
export function correctAddress(
  ctx: ActorContext,
  { personId, email, reason }: { personId: string; email: string; reason: string },
): Outcome<null, "same-address" | "has-account" | "address-taken"> {
  return inTransaction(ctx.db, (tx) => {
    const before = getPerson(tx, personId);
    if (findAccountOf(tx, personId)) return refuse("has-account");
    if (before.email === email) return refuse("same-address");
    if (isAddressTaken(tx, email, personId)) return refuse("address-taken");
    const invitations = and(eq(accountTokens.personId, personId), isNull(accountTokens.usedAt));
    tx.delete(accountTokens).where(invitations).run();
    change(tx, ctx, before, { email }, { action: "person.address-corrected", reason });
    return ok(null);
  });
}

type Corrected = Partial<Pick<Person, "legalFirst" | "legalLast" | "certificateNumber" | "email">>;

/** Writes some columns of a record, with the old and the new values and the reason in the audit log. */
function change(
  tx: Transaction,
  ctx: ActorContext,
  before: Person,
  after: Corrected,
  { action, ...why }: { action: string; reason: string; typingMistake?: boolean },
): void {
  tx.update(persons)
    .set({ ...after, updatedAt: ctx.now })
    .where(eq(persons.id, before.id))
    .run();
  const changes = changesBetween<Corrected>(before, after);
  recordAudit(tx, ctx, { action, subjectId: before.id, personId: before.id, detail: { ...why, changes } });
}
