import { eq } from "drizzle-orm";
import { claims } from "#drizzle/schema/credits";
import { registrations } from "#drizzle/schema/registration";
import { markAllPresent } from "~/attendance/marks/marks.server";
import { claimAndBill } from "~/billing/fees/claim-fee.server";
import { confirmAttendance } from "~/desks/facilitator/confirm-attendance.server";
import { postClaims } from "~/credits/ledger/posting.server";
import type { Database } from "~/platform/database/database.server";
import { inTransaction } from "~/platform/database/database.server";
import { register } from "~/registration/seats/registration.server";
import { at, HOUR } from "../support/clock";
import { actingAs } from "../support/context";
import { give, makeOffering, makePerson, psesd } from "../support/factories";
import { compare } from "./compare";

const CLAIMS = 400;
const END = at("2027-03-09T16:00");

/** A registrar posts 400 claims in one action; the floor inserts as many rows of the same bytes in one transaction. */
export async function run(db: Database): Promise<void> {
  const facilitator = makePerson(db);
  const registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  const staff = actingAs(db, registrar, { now: END + HOUR, scopeIds: [psesd(db).id] });
  const people = Array.from({ length: CLAIMS }, () => makePerson(db));
  db.$client.exec("create table floor_credits (id integer primary key, snapshot text, hash text)");
  const insert = db.$client.prepare("insert into floor_credits (snapshot, hash) values (?, ?)");
  const snapshot = "x".repeat(700);
  await compare({
    name: "400 claims posted in one action",
    against:
      "floor: 1,600 rows in one transaction; ours: gates, snapshot, hash, two history rows, audit, mail row each",
    rounds: 3,
    floor: () =>
      inTransaction(db, () => void people.forEach(() => [1, 2, 3, 4].forEach(() => insert.run(snapshot, "h")))),
    ours: await prepare(),
  });

  async function prepare(): Promise<() => void> {
    const batches = Array.from({ length: 4 }, makeReadyClaims);
    return () => {
      const outcome = postClaims(staff, batches.pop()!);
      if (!outcome.ok || outcome.value.length !== CLAIMS) throw new Error("not posted");
    };
  }

  function makeReadyClaims(): string[] {
    const policy = { evaluationGates: false, paymentGates: false };
    const offering = makeOffering(db, { capacity: CLAIMS, instructor: facilitator, policy });
    for (const person of people) register(actingAs(db, person), { offeringId: offering.id });
    const during = actingAs(db, facilitator, { now: offering.startsAt });
    const sessionId = offering.sessions[0]!.id;
    markAllPresent(during, { sessionId, deviceTime: during.now, nonce: offering.id });
    confirmAttendance(actingAs(db, facilitator, { now: END }), { offeringId: offering.id });
    const rows = db.select().from(claims).where(eq(claims.offeringId, offering.id)).all();
    const byId = new Map(people.map((person) => [person.personId, person]));
    for (const claim of rows) {
      const me = actingAs(db, byId.get(claim.personId)!, { now: END + HOUR });
      claimAndBill(me, { claimId: claim.id, requestedMinutes: claim.earnedMinutes });
    }
    if (db.select().from(registrations).where(eq(registrations.offeringId, offering.id)).all().length !== CLAIMS) {
      throw new Error("not everyone has a seat");
    }
    return rows.map((row) => row.id);
  }
}
