import { asc, eq } from "drizzle-orm";
import { checkIn } from "~/attendance/check-in/check-in.server";
import { checkInCodeAt } from "~/attendance/check-in/check-in-code.server";
import { openCheckIn } from "~/attendance/check-in/check-in-desk.server";
import { markAllPresent, recordMark } from "~/attendance/marks/marks.server";
import { getOffering, type Offering } from "~/catalog/offerings/offering.server";
import { published, type Published } from "~/catalog/offerings/published";
import { claimAndBill, recordPayment } from "~/billing/fees/claim-fee.server";
import { feeOf } from "~/billing/fees/claim-fee.server";
import { listSessions, type Session } from "~/catalog/offerings/offering-parts.server";
import type { Claim } from "~/credits/claims/claim-row.server";
import { submitEvaluation } from "~/credits/claims/claim.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { missingGates } from "~/credits/claims/gates";
import { postClaims } from "~/credits/ledger/posting.server";
import type { Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { register, withdraw } from "~/registration/seats/registration.server";
import { findLiveRegistration } from "~/registration/seats/registration-row.server";
import { checkIns } from "#drizzle/schema/attendance";
import { claims } from "#drizzle/schema/credits";
import type { Chance } from "./chance";
import { type DemoOffering, must } from "./offerings";
import type { DemoPeople, DemoPerson } from "./people";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lets people take part in offerings as they would: nothing happens before its time or after now. */
export class DemoParticipation {
  readonly #booked = new Set<string>();
  readonly #scopeIds: string[];

  constructor(
    private readonly tx: Transaction,
    private readonly people: DemoPeople,
    private readonly chance: Chance,
    private readonly now: number,
    scopeIds: string[],
  ) {
    this.#scopeIds = scopeIds;
  }

  /** People register, a few withdraw in time. */
  fill(offering: DemoOffering, first: DemoPerson[] = [], count = offering.registerWith): DemoPerson[] {
    const row = published(getOffering(this.tx, offering.id));
    const fitting = this.people.educators.filter((person) => offering.audiences.includes(person.roleKind));
    const takers = [...first, ...this.chance.shuffle(fitting)].filter(
      (person, index, all) => all.indexOf(person) === index && this.isFree(person, offering),
    );
    const entered: DemoPerson[] = [];
    const latest = Math.min(row.startsAt - DAY, this.now - HOUR);
    for (const person of takers.slice(0, count)) {
      const at = offering.publishedAt + Math.floor((latest - offering.publishedAt) * (entered.length / (count + 1)));
      must(register(this.people.acting(person, at), { offeringId: offering.id }));
      for (const date of offering.dates) this.#booked.add(`${person.personId} ${date}`);
      entered.push(person);
    }
    const leavers = entered.slice(first.length).filter(() => this.chance.happens(0.04));
    for (const person of leavers) {
      const registration = findLiveRegistration(this.tx, offering.id, person.personId);
      const at = Math.min(row.startsAt - 8 * DAY, this.now - HOUR);
      if (registration) withdraw(this.people.acting(person, at), registration.id);
    }
    return entered.filter((person) => !leavers.includes(person));
  }

  /** The facilitator marks every session that is over: most people throughout, some late, early or not at all. */
  attend(offering: DemoOffering, present: DemoPerson[]): void {
    for (const session of this.sessionsOf(offering)) {
      if (session.endsAt > this.now) continue;
      for (const person of present) this.markException(offering, session, person);
      const now = session.startsAt + 10 * MINUTE;
      must(
        markAllPresent(this.people.acting(offering.facilitator, now), {
          sessionId: session.id,
          deviceTime: now,
          nonce: newId(),
        }),
      );
    }
  }

  /** The facilitator confirms, people claim, evaluate and pay, the registrar posts: each as far as time allows. */
  settle(offering: DemoOffering): void {
    const row = published(getOffering(this.tx, offering.id));
    const confirmedAt = row.endsAt + this.chance.between(20, 26 * 60) * MINUTE;
    if (confirmedAt > this.now) return;
    must(
      confirmAttendance(this.people.acting(offering.facilitator, confirmedAt), {
        offeringId: offering.id,
        openEnds: "stayed",
      }),
    );
    const mine = this.tx.select().from(claims).where(eq(claims.offeringId, offering.id)).orderBy(asc(claims.id)).all();
    const byId = new Map(this.people.educators.map((person) => [person.personId, person]));
    const ready: string[] = [];
    for (const claim of mine) {
      if (this.claim(row, claim.id, byId.get(claim.personId)!, claim.earnedMinutes, confirmedAt)) ready.push(claim.id);
    }
    const postedAt = confirmedAt + 12 * DAY;
    if (postedAt < this.now && ready.length > 0) must(postClaims(this.registering(postedAt), ready));
  }

  registering(now: number) {
    return { ...this.people.acting(this.people.account("registrar"), now), scopeIds: this.#scopeIds };
  }

  sessionsOf(offering: DemoOffering): Session[] {
    return listSessions(this.tx, offering.id);
  }

  mark(
    offering: DemoOffering,
    session: Session,
    person: DemoPerson,
    kind: "in" | "out" | "absent",
    at: number,
    { deviceOff = 0, device }: { deviceOff?: number; device?: string } = {},
  ): void {
    const ctx = this.people.acting(offering.facilitator, at);
    const sent = { sessionId: session.id, deviceTime: at + deviceOff, device, nonce: newId() };
    must(recordMark(ctx, { ...sent, personId: person.personId, kind, at }));
  }

  /** Somebody reads the code from the screen and checks in, which the facilitator has yet to confirm. */
  checkIn(offering: DemoOffering, session: Session, person: DemoPerson, at: number): void {
    must(openCheckIn(this.people.acting(offering.facilitator, at), session.id));
    const { secret } = rowOf(
      this.tx.select().from(checkIns).where(eq(checkIns.sessionId, session.id)),
      "open check-in",
    );
    const code = checkInCodeAt(secret, at);
    must(checkIn(this.people.acting(person, at), { sessionId: session.id, code, deviceTime: at }));
  }

  private markException(offering: DemoOffering, session: Session, person: DemoPerson): void {
    const draw = this.chance.next();
    if (draw < 0.04) {
      this.mark(offering, session, person, "absent", session.startsAt + 45 * MINUTE);
    } else if (draw < 0.08) {
      const late = Math.min(this.chance.between(12, 40), Math.floor((session.endsAt - session.startsAt) / MINUTE / 2));
      this.mark(offering, session, person, "in", session.startsAt + late * MINUTE);
      this.mark(offering, session, person, "out", session.endsAt);
    } else if (draw < 0.12) {
      this.mark(offering, session, person, "in", session.startsAt);
      const length = (session.endsAt - session.startsAt) / MINUTE;
      this.mark(
        offering,
        session,
        person,
        "out",
        session.endsAt - Math.floor(length * (0.15 + this.chance.next() / 4)) * MINUTE,
      );
    }
  }

  private claim(
    offering: Published<Offering>,
    claimId: string,
    person: DemoPerson,
    minutes: number,
    confirmedAt: number,
  ): boolean {
    const at = confirmedAt + this.chance.between(1, 9 * 24) * HOUR;
    if (at > this.now || minutes === 0 || this.chance.happens(0.06)) return false;
    const me = this.people.acting(person, at);
    let claim: Claim = must(claimAndBill(me, { claimId, requestedMinutes: minutes }));
    if (this.chance.happens(0.95)) {
      const answer = () => this.chance.between(3, 5);
      claim = must(
        submitEvaluation(this.people.acting(person, at + 5 * MINUTE), {
          claimId,
          answers: {
            objectives: answer(),
            relevance: answer(),
            quality: answer(),
            standards: answer(),
            ...(this.chance.happens(0.2) && { suggestions: "More time to plan with my team." }),
          },
        }),
      );
    }
    const paidAt = at + 2 * DAY;
    if (!claim.settled && paidAt < this.now && this.chance.happens(0.93)) {
      const registrar = this.registering(paidAt);
      const { cents } = feeOf(this.tx, registrar, offering, person.personId, minutes);
      const cheque = this.chance.happens(0.6);
      claim = must(
        recordPayment(registrar, {
          claimId,
          kind: cheque ? "cheque" : "purchase-order",
          amountCents: cents,
          reference: cheque ? String(this.chance.between(1001, 9999)) : `PO-${this.chance.between(20_000, 29_999)}`,
          receivedOn: dateOf(paidAt, REGION_TIME_ZONE),
        }),
      );
    }
    return missingGates(claim, offering.policy).length === 0;
  }

  /** Whether somebody sits in nothing else on any of these days. */
  isFree(person: DemoPerson, { dates }: Pick<DemoOffering, "dates">): boolean {
    return dates.every((date) => !this.#booked.has(`${person.personId} ${date}`));
  }
}
