import { payments } from "#drizzle/schema/billing";
import { getOffering, type Offering } from "~/catalog/offerings/offering.server";
import { published } from "~/catalog/offerings/published";
import { checkAffiliation, insertAffiliation } from "~/people/affiliations/affiliation.server";
import { affiliationOn } from "~/people/affiliations/affiliation-dates";
import type { AffiliationInput } from "~/people/affiliations/affiliation-form";
import { advanceClaim, claimHours, findMyClaim, findScopedClaim, takeBackClaim } from "~/credits/claims/claim.server";
import { asClaimed, changeClaim, type Claim, type Claimed } from "~/credits/claims/claim-row.server";
import type { ClaimRefusal } from "~/credits/claims/refusal";
import { type AffiliationState, affiliationStateOf } from "~/people/affiliations/affiliation-state";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf, daysBetween } from "~/platform/time/time-zone";
import { feeCents } from "./fee";
import { creditDown, readCharge } from "./claim-charge.server";
import { readMemberships } from "./memberships.server";
import type { PaymentKind } from "./payment-kind";

/** What a claim is for, and where the person worked when the offering was completed, if that is to be entered. */
interface ClaimInput {
  claimId: string;
  requestedMinutes: number;
  /** The affidavit that the person saw. */
  affidavitVersion?: string | undefined;
  /** Absent: it is entered already. Null: for none of the organizations. */
  workplace?: AffiliationInput | null;
}

/** The actor claims hours (T3–T5), with their workplace where none was entered; a fee of nothing is settled at once. */
export function claimAndBill(ctx: ActorContext, { workplace, ...input }: ClaimInput): Outcome<Claimed, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const possible = workplace ? checkWorkplace(tx, ctx, input.claimId, workplace) : ok(null);
    if (!possible.ok) return possible;
    const claimed = claimHours(tx, ctx, input);
    if (!claimed.ok) return claimed;
    if (workplace) insertAffiliation(tx, ctx, ctx.actor.personId, workplace, { confirmed: false });
    const claim = claimed.value;
    const offering = getOffering(tx, claim.offeringId);
    const fee = feeOf(tx, ctx, offering, claim.personId, claim.requestedMinutes);
    adjustCharge(tx, ctx, claim, offering, fee.cents);
    if (claim.settled || fee.cents > 0) return claimed;
    return ok(asClaimed(settleByRule(tx, ctx, claim, offering, fee.waivedFor ?? "no fee")));
  });
}

/**
 * The actor takes back a claim that the registrar has not posted yet. What an invoice charged for it is taken off by a
 * credit note; money that came stays recorded, and counts when the hours are claimed again.
 */
export function takeBack(ctx: ActorContext, claimId: string): Outcome<Claim, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const taken = takeBackClaim(tx, ctx, claimId);
    if (!taken.ok || taken.value.settled) return taken;
    const { providerId } = getOffering(tx, taken.value.offeringId);
    creditDown(tx, ctx, {
      claim: taken.value,
      providerId,
      dueCents: 0,
      minutes: 0,
      reason: "The claim was taken back",
    });
    return taken;
  });
}

/** Whether a workplace can be entered with a claim: it holds the day of completion, and none of its days twice (S1). */
function checkWorkplace(
  tx: Transaction,
  ctx: ActorContext,
  claimId: string,
  workplace: AffiliationInput,
): Outcome<null, ClaimRefusal> {
  const found = findMyClaim(tx, ctx, claimId);
  if (!found) return refuse("unknown-claim");
  const { endsAt, timeZone } = published(found.offering);
  if (!affiliationOn([workplace], dateOf(endsAt, timeZone))) return refuse("worked-elsewhen");
  return checkAffiliation(tx, ctx.actor.personId, workplace);
}

/** Settles a claim that owes nothing by rule: a waiver of nothing that nobody recorded, with the reason. */
export function settleByRule(
  tx: Transaction,
  ctx: Context,
  claim: Claim,
  offering: Offering,
  reference: string,
): Claim {
  const receivedOn = dateOf(ctx.now, offering.timeZone);
  return settle(tx, ctx, claim, offering, { kind: "waiver", amountCents: 0, reference, receivedOn, recordedBy: null });
}

/** The registrar records what settles a claim's fee: exactly what is due, or a waiver with its reason. */
export function recordPayment(
  ctx: ScopedContext,
  input: { claimId: string; kind: PaymentKind; amountCents: number; reference: string; receivedOn: string },
): Outcome<Claim, ClaimRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const row = findScopedClaim(tx, ctx, input.claimId);
    if (!row) return refuse("unknown-claim");
    const { claim, offering } = row;
    if (claim.settled) return refuse("already-settled");
    if (claim.requestedMinutes === null || claim.status === "void") return refuse("not-claimable");
    if (readCharge(tx, claim.id).invoicedCents > 0) return refuse("on-invoice");
    const { cents } = feeOf(tx, ctx, offering, claim.personId, claim.requestedMinutes, input.receivedOn);
    if (input.kind !== "waiver" && input.amountCents !== cents) return refuse("wrong-amount", { due: cents });
    const { claimId: _claimId, ...payment } = input;
    return ok(settle(tx, ctx, claim, offering, { ...payment, recordedBy: ctx.actor.personId }));
  });
}

/** What a claim costs: in all, what of it is for paying late, and for which cooperative member it is waived. */
export interface ClaimFee {
  cents: number;
  lateCents: number;
  waivedFor: string | null;
  /** The cooperative member that would waive it, once it confirms that the person works there; null when none would. */
  awaits: string | null;
}

/** What a claim of so many minutes costs a person who pays on a date, today unless given, in cents (T8). */
export function feeOf(
  db: Reader,
  ctx: Context,
  offering: Offering,
  personId: string,
  minutes: number,
  paidOn = dateOf(ctx.now, offering.timeZone),
): ClaimFee {
  return computeFee(readMemberships(db, [personId]), { offering, personId, minutes, age: ageOf(offering, paidOn) });
}

/**
 * Claims with what they cost, with one look at who works where (T8).
 * @param paidOn the date on which a claim of an offering is paid
 */
export function withFees<Row extends { claim: Claimed; offering: Offering }>(
  db: Reader,
  rows: readonly Row[],
  paidOn: (offering: Offering) => string,
): (Row & { fee: ClaimFee })[] {
  const memberships = readMemberships(db, [...new Set(rows.map(({ claim }) => claim.personId))]);
  // Many claims are of the same few offerings, and calendars are slow.
  const known = new Map<string, Age>();
  return rows.map((row) => {
    const { personId, requestedMinutes: minutes } = row.claim;
    const { offering } = row;
    const age = known.get(offering.id) ?? ageOf(offering, paidOn(offering));
    known.set(offering.id, age);
    return { ...row, fee: computeFee(memberships, { offering, personId, minutes, age }) };
  });
}

/** When an offering was completed, and how many days later its hours are paid. */
interface Age {
  completedOn: string;
  days: number;
}

function ageOf(offering: Offering, paidOn: string): Age {
  const { endsAt, timeZone } = published(offering);
  const completedOn = dateOf(endsAt, timeZone);
  return { completedOn, days: daysBetween(completedOn, paidOn) };
}

function computeFee(
  memberships: ReturnType<typeof readMemberships>,
  { offering, personId, minutes, age }: { offering: Offering; personId: string; minutes: number; age: Age },
): ClaimFee {
  const { policy } = published(offering);
  const { completedOn } = age;
  const memberOnThatDay = (state: AffiliationState) =>
    memberships
      .get(personId)
      ?.find(
        (each) =>
          affiliationStateOf(each) === state && holdsDay(each, completedOn) && holdsDay(each.membership, completedOn),
      );
  const member = memberOnThatDay("confirmed");
  const cooperativeMember = member !== undefined;
  const feeAfter = (daysSinceCompletion: number) =>
    feeCents(policy, { minutes, cooperativeMember, daysSinceCompletion });
  const cents = feeAfter(age.days);
  return {
    cents,
    lateCents: cents - feeAfter(0),
    waivedFor: policy.cooperativeWaives ? (member?.name ?? null) : null,
    awaits: policy.cooperativeWaives && !member ? (memberOnThatDay("unconfirmed")?.name ?? null) : null,
  };
}

/** Records what settles a claim's fee and moves the claim on. */
export function settle(
  tx: Transaction,
  ctx: Context,
  claim: Claim,
  offering: Offering,
  payment: {
    kind: PaymentKind;
    amountCents: number;
    reference: string;
    receivedOn: string;
    recordedBy: string | null;
    invoiceId?: string;
  },
): Claim {
  const id = newId();
  tx.insert(payments)
    .values({ id, claimId: claim.id, ...payment, recordedAt: ctx.now })
    .run();
  recordAudit(tx, ctx, {
    action: "payment.recorded",
    subjectId: claim.id,
    personId: claim.personId,
    detail: { id, kind: payment.kind },
  });
  const settled = changeClaim(tx, ctx, claim, claim.status, { settled: true });
  return advanceClaim(tx, ctx, settled, published(offering).policy);
}

/** A claim that came back and is made anew for other hours: what it was charged before is lowered, or taken off to be billed anew. */
function adjustCharge(tx: Transaction, ctx: Context, claim: Claimed, { providerId }: Offering, dueCents: number): void {
  const charge = readCharge(tx, claim.id);
  const more = charge.cents < dueCents;
  if (more && claim.settled) return;
  const about = { claim, providerId, minutes: claim.requestedMinutes, reason: "Claimed anew for other hours" };
  creditDown(tx, ctx, { ...about, dueCents: more ? 0 : dueCents }, charge);
}

const holdsDay = ({ from, to }: { from: string; to: string | null }, day: string) =>
  from <= day && (to === null || to >= day);
