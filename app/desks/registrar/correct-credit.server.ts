import { and, eq, inArray, isNull } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import { hrExportLines, hrExports } from "#drizzle/schema/hr";
import { persons } from "#drizzle/schema/people";
import { grants } from "#drizzle/schema/grants";
import { creditNoteForCorrection } from "~/billing/invoices/credit-note.server";
import { getClaim } from "~/credits/claims/claim-row.server";
import { type Correction, correctCredit } from "~/credits/corrections/correction.server";
import { basisOf, type Credit, isOf } from "~/credits/ledger/credit-row.server";
import { parseCredit } from "~/credits/ledger/ledger.server";
import type { ClaimRefusal } from "~/credits/claims/refusal";
import { displayNameOf } from "~/people/persons/name";
import { isSeenBy } from "~/hr/hr-scope.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { NAMED } from "~/people/persons/person-names.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { countRows } from "~/platform/database/rows.server";
import { origin } from "~/platform/env.server";
import { formatHours } from "~/platform/format";
import { replyToFor } from "~/registration/messages/offering-message.server";
import type { Outcome } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";

/**
 * The registrar corrects a posted credit. The person is told, and so is HR of every district that has exported an
 * earlier version (T7). Where the fee of the new hours is less, a credit note gives the difference back (T8).
 */
export function correctPostedCredit(
  ctx: ScopedContext,
  input: { claimId: string; minutes: number; reason: string },
): Outcome<Correction, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const corrected = correctCredit(tx, ctx, input);
    if (!corrected.ok) return corrected;
    const { before, after } = corrected.value;
    const claim = getClaim(tx, input.claimId);
    creditNoteForCorrection(tx, ctx, { claim, beforeMinutes: before.minutes, afterMinutes: after.minutes });
    tellDistricts(tx, ctx, corrected.value, input.reason);
    return corrected;
  });
}

/** Tells HR of every district that has exported an earlier version of a credit what stands now (T7). */
export function tellDistricts(
  tx: Transaction,
  ctx: ActorContext,
  { before, after }: { before: Credit; after: Credit },
  reason: string,
): void {
  const { snapshot } = parseCredit(after);
  for (const staff of listStaffOfExporters(tx, after)) {
    enqueueMessage(tx, ctx, {
      kind: "credit-corrected-district",
      subjectId: after.id,
      personId: staff.id,
      recipient: staff.email,
      replyTo: after.offeringId === null ? null : replyToFor(tx, after.offeringId),
      payload: {
        personName: displayNameOf(staff),
        educatorName: snapshot.educator.legalName,
        providerName: snapshot.provider.name,
        offeringTitle: snapshot.course.title,
        inServiceNumber: snapshot.offering.inServiceNumber,
        hoursBefore: formatHours(before.minutes),
        hoursAfter: formatHours(after.minutes),
        reason,
        exportUrl: `${origin}/hr/export`,
      },
    });
  }
}

/** HR staff of the districts that have exported any version of a credit and still see it: to others it is withdrawn (S1). */
function listStaffOfExporters(tx: Transaction, credit: Credit) {
  const isStillSeen = ({ id }: { id: string }) =>
    countRows(
      tx,
      tx
        .select({ id: credits.id })
        .from(credits)
        .where(and(eq(credits.id, credit.id), isSeenBy([id]))),
    ) > 0;
  const exporters = tx
    .selectDistinct({ id: hrExports.organisationId })
    .from(hrExportLines)
    .innerJoin(hrExports, eq(hrExports.id, hrExportLines.exportId))
    .innerJoin(credits, eq(credits.id, hrExportLines.creditId))
    .where(isOf(basisOf(credit)))
    .all()
    .filter(isStillSeen)
    .map(({ id }) => id);
  return tx
    .selectDistinct({ ...NAMED, email: persons.email })
    .from(grants)
    .innerJoin(persons, eq(persons.id, grants.personId))
    .where(and(eq(grants.role, "hr"), isNull(grants.revokedAt), inArray(grants.organisationId, exporters)))
    .all();
}
