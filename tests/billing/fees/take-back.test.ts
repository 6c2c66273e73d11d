import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { invoices } from "#drizzle/schema/billing";
import { claimChanges } from "#drizzle/schema/credits";
import { claimAndBill, recordPayment, takeBack } from "~/billing/fees/claim-fee.server";
import { issueInvoice } from "~/billing/invoices/invoice.server";
import { postClaims } from "~/credits/ledger/posting.server";
import type { Database } from "~/platform/database/database.server";
import { makeClaim } from "../../support/billing";
import { at, HOUR } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, psesd, type TestPerson } from "../../support/factories";

const NOW = at("2027-03-20T10:00");

let db: Database;
let registrar: TestPerson;
let claim: ReturnType<typeof makeClaim>;
beforeEach(() => {
  db = useTestDatabase();
  registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
  claim = makeClaim(db);
});

const me = (now = NOW) => actingAs(db, claim.person, { now });
const staff = () => actingAs(db, registrar, { now: NOW, scopeIds: [psesd(db).id] });
const history = () =>
  db
    .select()
    .from(claimChanges)
    .where(eq(claimChanges.claimId, claim.id))
    .all()
    .map(({ toStatus, reason }) => [toStatus, reason]);
const claiming = (requestedMinutes: number, now = NOW) =>
  claimAndBill(me(now), { claimId: claim.id, requestedMinutes });

test("T5 a claim is changed by its author until it is posted: the affidavit is signed anew, and the history shows both", () => {
  expect(done(claiming(240, NOW + HOUR))).toMatchObject({ status: "evaluated", requestedMinutes: 240 });
  expect(claim.read()).toMatchObject({ claimedAt: NOW + HOUR, evaluated: true });
  expect(history()).toEqual([
    ["open", "changed by its author"],
    ["claimed", null],
    ["evaluated", null],
  ]);
  expect(claiming(450)).toMatchObject({ reason: "more-than-earned" });
  expect(claim.read().requestedMinutes).toBe(240);
});

test("H2 hours by hand are whole steps of the provider, or what was earned", () => {
  expect(claiming(222)).toMatchObject({ reason: "between-steps", detail: { lower: "3.5", upper: "4" } });
  expect(claim.read().requestedMinutes).toBe(420);
  const odd = makeClaim(db, { person: claim.person, minutes: 222 });
  expect(claimAndBill(me(), { claimId: odd.id, requestedMinutes: 222 }).ok).toBe(true);
});

test("a claim is taken back until it is posted, with the invoice for it, and can be made again", () => {
  done(issueInvoice(staff(), { claimIds: [claim.id] }));
  done(takeBack(me(), claim.id));
  expect(claim.read()).toMatchObject({ status: "open", requestedMinutes: null, affidavitText: null, claimedAt: null });
  expect(
    db
      .select()
      .from(invoices)
      .all()
      .map(({ kind, reason }) => [kind, reason]),
  ).toEqual([
    ["invoice", null],
    ["credit-note", "The claim was taken back"],
  ]);
  expect(done(claiming(420)).status).toBe("evaluated");
});

test("money that came stays recorded and counts when the hours are claimed again; T7 what is posted stays", () => {
  const payment = { kind: "cheque" as const, amountCents: 2100, reference: "1042", receivedOn: "2027-03-20" };
  done(recordPayment(staff(), { claimId: claim.id, ...payment }));
  done(takeBack(me(), claim.id));
  expect(claim.read()).toMatchObject({ status: "open", settled: true });
  expect(done(claiming(420)).status).toBe("settled");
  done(postClaims(staff(), [claim.id]));
  expect(takeBack(me(), claim.id)).toMatchObject({ reason: "not-claimable" });
  expect(claiming(240)).toMatchObject({ reason: "not-claimable" });
});

test("P2 nobody takes back somebody else's claim", () => {
  expect(takeBack(actingAs(db, registrar, { now: NOW }), claim.id)).toMatchObject({ reason: "unknown-claim" });
});
