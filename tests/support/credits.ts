import { eq } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { claims, credits } from "#drizzle/schema/credits";
import { markAllPresent } from "~/attendance/marks/marks.server";
import { claimAndBill, feeOf, recordPayment } from "~/billing/fees/claim-fee.server";
import type { Designation } from "~/catalog/courses/designation";
import { submitEvaluation } from "~/credits/claims/claim.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import type { CreditSnapshot } from "~/credits/ledger/credit-snapshot";
import { chainHash } from "~/credits/ledger/credit-row.server";
import { postClaims } from "~/credits/ledger/posting.server";
import { canonicalJson } from "~/platform/canonical-json";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { register } from "~/registration/seats/registration.server";
import { HOUR, MINUTE } from "./clock";
import { actingAs } from "./database";
import { give, makeCourse, makeOffering, makePerson, psesd, type TestPerson } from "./factories";
import { done } from "./done";

interface CreditPlan {
  /** The day of the offering, `YYYY-MM-DD`; 7 hours from 8:00 with an hour of lunch. */
  day?: string;
  /** Claimed minutes, at most 420. */
  minutes?: number;
  title?: string;
  designations?: { designation: Designation; minutes: number }[];
}

/** Takes a person the whole way, through the commands that pages call: registered, marked, confirmed, claimed, paid, posted. */
export function postCreditFor(db: Database, person: TestPerson, plan: CreditPlan = {}) {
  const { day = "2027-03-09", minutes = 420, title, designations = [] } = plan;
  const facilitator = makePerson(db, { first: "Fay", last: "Silitator" });
  const registrar = makePerson(db, { first: "Reg", last: "Istrar" });
  give(db, registrar, "registrar", psesd(db).id);
  const offering = makeOffering(db, {
    instructor: facilitator,
    designations,
    ...(title && { courseId: makeCourse(db, { title }) }),
    sessions: [
      {
        start: `${day}T08:00`,
        end: `${day}T16:00`,
        pauses: [{ kind: "meal", start: `${day}T12:00`, end: `${day}T13:00` }],
      },
    ],
  });
  const [session] = offering.sessions;
  done(register(actingAs(db, person, { now: session!.startsAt - 30 * 24 * HOUR }), { offeringId: offering.id }));
  return {
    ...postHoursOf(db, person, { offering, facilitator, registrar, day, minutes }),
    offering,
    registrar,
    facilitator,
  };
}

interface Held {
  /** Of one session. */
  offering: ReturnType<typeof makeOffering>;
  /** Who teaches it. */
  facilitator: TestPerson;
  registrar: TestPerson;
  day: string;
  minutes: number;
}

/** Takes somebody who has a seat the rest of the way: marked, confirmed, claimed, paid, posted. */
export function postHoursOf(
  db: Database,
  person: TestPerson,
  { offering, facilitator, registrar, day, minutes }: Held,
): { creditId: string; claimId: string } {
  const [session] = offering.sessions;
  const during = session!.startsAt + MINUTE;
  done(
    markAllPresent(actingAs(db, facilitator, { now: during }), {
      sessionId: session!.id,
      deviceTime: during,
      nonce: newId(),
    }),
  );
  const end = session!.endsAt;
  done(confirmAttendance(actingAs(db, facilitator, { now: end }), { offeringId: offering.id }));
  const claim = db.select().from(claims).where(eq(claims.offeringId, offering.id)).get()!;
  const me = actingAs(db, person, { now: end + HOUR });
  const staff = actingAs(db, registrar, { now: end + 2 * HOUR, scopeIds: [psesd(db).id] });
  done(claimAndBill(me, { claimId: claim.id, requestedMinutes: minutes }));
  done(submitEvaluation(me, { claimId: claim.id, answers: {} }));
  const row = db.select().from(offerings).where(eq(offerings.id, offering.id)).get()!;
  const { cents: amountCents } = feeOf(db, me, row, person.personId, minutes);
  done(recordPayment(staff, { claimId: claim.id, kind: "cheque", amountCents, reference: "1042", receivedOn: day }));
  const [creditId] = done(postClaims(staff, [claim.id]));
  return { creditId: creditId!, claimId: claim.id };
}

/** A later version of a credit, as a correction leaves it (T7). Returns its id. */
export function correctCreditRow(db: Database, creditId: string, minutes: number, at: number): string {
  const before = db.select().from(credits).where(eq(credits.id, creditId)).get()!;
  const snapshot = canonicalJson({ ...(JSON.parse(before.snapshot) as CreditSnapshot), minutes, designations: [] });
  const id = newId();
  db.insert(credits)
    .values({
      ...before,
      id,
      version: before.version + 1,
      minutes,
      snapshot,
      previousHash: before.hash,
      hash: chainHash(before.hash, snapshot),
      postedAt: at,
      reason: "The sign-out sheet was misread.",
    })
    .run();
  return id;
}
