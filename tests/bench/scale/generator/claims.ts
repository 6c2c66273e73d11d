import { payments } from "#drizzle/schema/billing";
import { claimChanges, claims, credits, evaluationResponses } from "#drizzle/schema/credits";
import type { PaymentKind } from "~/billing/fees/payment-kind";
import { feeCents } from "~/billing/fees/fee";
import type { ClaimStatus } from "~/credits/claims/claim-status";
import { chainHash } from "~/credits/ledger/credit-row.server";
import { type CreditSnapshot, creditedDesignations } from "~/credits/ledger/credit-snapshot";
import { canonicalJson } from "~/platform/canonical-json";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import type { Fee, InvoiceWriter } from "./invoices";
import type { Keeping } from "./keeping";
import type { StateOffering } from "./offerings";
import { snapshotOf } from "./snapshot";
import { confirmationOf, type Participant } from "./taking-part";
import { DAY, HOUR, MINUTE, type Staff, type World } from "./world";

export interface Affidavit {
  version: string;
  text: string;
}

/** How far a claim has come by now, and when it came there. */
interface Course {
  claimedAt: number | null;
  evaluatedAt: number | null;
  settledAt: number | null;
  postedAt: number | null;
}

export interface Posted {
  claimId: string;
  creditId: string;
  postedAt: number;
  minutes: number;
  snapshot: CreditSnapshot;
}

/** Claims, evaluates, pays and posts for everybody of an offering, each as far as time allows. */
export class ClaimWriter {
  /** Fees of the offering at hand that districts promised. */
  #promised: Fee[] = [];

  constructor(
    private readonly world: World,
    private readonly keeping: Keeping,
    private readonly staff: Staff,
    private readonly affidavit: Affidavit,
    private readonly invoices: InvoiceWriter,
  ) {}

  /** Writes the claim of somebody who earned something; gives the credit if it is posted. */
  write(
    offering: StateOffering,
    { person, earnedMinutes }: Participant,
  ): { claimId: string; posted: Posted | null } | null {
    if (earnedMinutes === null || earnedMinutes === 0) return null;
    const openedAt = confirmationOf(offering);
    const claimId = this.world.ids.at(openedAt);
    const course = this.drawCourse(openedAt);
    const { claimedAt, evaluatedAt, settledAt, postedAt } = course;
    this.world.rows.insert(claims, {
      id: claimId,
      offeringId: offering.id,
      personId: person.id,
      status: statusOf(course),
      earnedMinutes,
      evaluated: evaluatedAt !== null,
      settled: settledAt !== null,
      ...(claimedAt !== null && {
        requestedMinutes: earnedMinutes,
        affidavitVersion: this.affidavit.version,
        affidavitText: this.affidavit.text,
        claimedAt,
        claimedByAccountId: person.accountId,
        networkAddress: "192.0.2.10",
      }),
      createdAt: openedAt,
      updatedAt: postedAt ?? settledAt ?? evaluatedAt ?? claimedAt ?? openedAt,
    });
    this.writeHistory(offering, claimId, person.id, openedAt, course);
    if (evaluatedAt !== null) this.evaluate(offering, evaluatedAt);
    if (settledAt !== null) this.pay({ offering, claimId, person, minutes: earnedMinutes, settledAt });
    return {
      claimId,
      posted: postedAt === null ? null : this.post(offering, claimId, person, earnedMinutes, postedAt),
    };
  }

  /** Ends with an offering: the districts that promised fees get their invoices. */
  finish(offering: StateOffering): void {
    if (this.#promised.length > 0) this.invoices.toDistricts(offering, this.#promised);
    this.#promised = [];
  }

  private drawCourse(openedAt: number): Course {
    const { chance, now } = this.world;
    const by = (at: number, probability: number) => (at <= now && chance.happens(probability) ? at : null);
    const claimedAt = by(openedAt + chance.between(1, 9 * 24) * HOUR, 0.975);
    const evaluatedAt = claimedAt && by(claimedAt + 5 * MINUTE, 0.99);
    const settledAt = evaluatedAt && by(evaluatedAt + 2 * DAY, 0.992);
    const postedAt = settledAt && by(openedAt + 28 * DAY, 1);
    return { claimedAt, evaluatedAt, settledAt, postedAt };
  }

  private writeHistory(
    offering: StateOffering,
    claimId: string,
    personId: string,
    openedAt: number,
    course: Course,
  ): void {
    const { registrar } = this.staff;
    const change = (from: ClaimStatus | null, to: ClaimStatus, at: number, actorId: string) => {
      this.world.rows.insert(claimChanges, {
        id: this.world.ids.at(at),
        claimId,
        fromStatus: from,
        toStatus: to,
        at,
        actorId,
      });
      this.keeping.audit(at, actorId, `claim.${to}`, claimId, personId, { from });
    };
    change(null, "open", openedAt, offering.facilitator.id);
    if (course.claimedAt !== null) change("open", "claimed", course.claimedAt, personId);
    if (course.evaluatedAt !== null) change("claimed", "evaluated", course.evaluatedAt, personId);
    if (course.settledAt !== null) change("evaluated", "settled", course.settledAt, registrar);
    if (course.postedAt === null) return;
    change("settled", "verified", course.postedAt, registrar);
    change("verified", "posted", course.postedAt, registrar);
  }

  private evaluate({ id, course }: StateOffering, at: number): void {
    const { chance, ids, rows } = this.world;
    const answer = () => chance.between(3, 5);
    const scales = { objectives: answer(), relevance: answer(), quality: answer(), standards: answer() };
    const suggestions: Record<string, string> = chance.happens(0.2)
      ? { suggestions: "More time to plan with my team." }
      : {};
    const day = dateOf(at, REGION_TIME_ZONE);
    const batch = at < this.world.now - 30 * DAY ? 1 : null;
    rows.insert(evaluationResponses, {
      id: ids.unordered(),
      formId: course.provider.formId,
      offeringId: id,
      answers: { ...scales, ...suggestions },
      day,
      batch,
    });
  }

  private pay({ offering, person, claimId, minutes, settledAt }: Omit<Fee, "cents" | "reference">): void {
    const { chance, ids, rows } = this.world;
    const cents = feeCents(offering.course.provider.policy, {
      minutes,
      cooperativeMember: person.cooperative,
      daysSinceCompletion: 10,
    });
    const kind = this.drawKind(cents, person);
    const reference =
      kind === "waiver" ? "no fee" : `${kind === "purchase-order" ? "PO-" : ""}${chance.between(10_001, 99_999)}`;
    const fee = { offering, person, claimId, minutes, cents, settledAt, reference };
    if (kind === "purchase-order") this.#promised.push(fee);
    const byMoney = kind === "cheque" || kind === "card-terminal" ? kind : null;
    const invoiceId = byMoney && chance.happens(0.05) ? this.invoices.toPerson(fee, byMoney) : null;
    const id = ids.at(settledAt);
    const recordedBy = kind === "waiver" ? null : this.staff.registrar;
    const receivedOn = dateOf(settledAt, REGION_TIME_ZONE);
    const recorded = { receivedOn, recordedBy, recordedAt: settledAt };
    rows.insert(payments, { id, claimId, invoiceId, kind, amountCents: cents, reference, ...recorded });
    this.keeping.audit(settledAt, recordedBy, "payment.recorded", claimId, person.id, { id, kind });
  }

  private drawKind(cents: number, { organisationId }: Participant["person"]): PaymentKind {
    if (cents === 0) return "waiver";
    const draw = this.world.chance.next();
    if (draw < 0.25 && organisationId !== null) return "purchase-order";
    return draw < 0.8 ? "cheque" : "card-terminal";
  }

  private post(
    offering: StateOffering,
    claimId: string,
    person: Participant["person"],
    minutes: number,
    postedAt: number,
  ): Posted {
    const { ids, rows, chance } = this.world;
    const snapshot = snapshotOf(offering, person, minutes);
    const text = canonicalJson(snapshot);
    const hash = chainHash(null, text);
    const creditId = ids.at(postedAt);
    const same = {
      claimId,
      personId: person.id,
      offeringId: offering.id,
      completedOn: offering.completedOn,
      postedBy: this.staff.registrar,
    };
    rows.insert(credits, { id: creditId, ...same, version: 1, minutes, snapshot: text, hash, postedAt });
    const posted = { claimId, creditId, postedAt, minutes, snapshot };
    if (minutes <= 90 || !chance.happens(0.003)) return posted;
    const less = {
      ...snapshot,
      minutes: minutes - 30,
      designations: creditedDesignations(offering.designations, minutes - 30),
    };
    const corrected = canonicalJson(less);
    const correctedAt = Math.min(postedAt + 20 * DAY, this.world.now);
    const second = {
      id: ids.at(correctedAt),
      version: 2,
      minutes: minutes - 30,
      snapshot: corrected,
      hash: chainHash(hash, corrected),
    };
    rows.insert(credits, {
      ...same,
      ...second,
      previousHash: hash,
      postedAt: correctedAt,
      reason: "The sign-out sheet was misread.",
    });
    return posted;
  }
}

function statusOf({ claimedAt, evaluatedAt, settledAt, postedAt }: Course): ClaimStatus {
  if (postedAt !== null) return "posted";
  if (settledAt !== null) return "settled";
  if (evaluatedAt !== null) return "evaluated";
  return claimedAt === null ? "open" : "claimed";
}
