import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { invoices, payments } from "#drizzle/schema/billing";
import { offerings } from "#drizzle/schema/catalog";
import { claimChanges, claims } from "#drizzle/schema/credits";
import { affiliations } from "#drizzle/schema/people";
import { listEmployers } from "~/billing/invoices/billable.server";
import { billableSource } from "~/billing/invoices/billable-list.server";
import { claimAndBill, feeOf, recordPayment } from "~/billing/fees/claim-fee.server";
import { issueDistrictInvoice, issueInvoice } from "~/billing/invoices/invoice.server";
import { findSums } from "~/billing/invoices/invoice-due.server";
import { invoiceState } from "~/billing/invoices/invoice-state";
import { confirmAffiliations, takeBackAnswers } from "~/hr/confirming/affiliation-answer.server";
import { postClaims } from "~/credits/ledger/posting.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { loader as claimPage } from "~/routes/educator/claims.$id";
import { makeClaim } from "../../support/billing";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import {
  affiliate,
  give,
  joinCooperative,
  makeOffering,
  makePerson,
  organisationId,
  psesd,
  type TestPerson,
} from "../../support/factories";
import { get, pageOfList } from "../../support/request";
import { done } from "../../support/done";

const NOW = at("2027-03-20T10:00");
/** What 21.5 hours cost with the ESD, for whom no membership waives it. */
const FEE = 6450;
const MINUTES = 1290;

const toBill = (query = "") => pageOfList((search) => billableSource(staff(), search), query);

let db: Database;
let person: TestPerson;
let hr: TestPerson;
let registrar: TestPerson;
let declared: string;
beforeEach(() => {
  db = useTestDatabase();
  joinCooperative(db, "Highline");
  [person, hr, registrar] = [makePerson(db), makePerson(db), makePerson(db)];
  give(db, hr, "hr", organisationId(db, "Highline"));
  give(db, registrar, "registrar", psesd(db).id);
  declared = affiliate(db, person, { organisation: "Highline", from: "2019-09-01", confirmed: false });
});

const staff = () => actingAs(db, registrar, { now: NOW, scopeIds: [psesd(db).id] });
const choice = () => ({ affiliationIds: [declared], organisationIds: [organisationId(db, "Highline")] });
const confirm = () => inTransaction(db, (tx) => confirmAffiliations(tx, actingAs(db, hr, { now: NOW }), choice()));
const takeBack = () => inTransaction(db, (tx) => takeBackAnswers(tx, actingAs(db, hr, { now: NOW }), choice()));
const claimed = (input: Parameters<typeof makeClaim>[1] = {}) => makeClaim(db, { person, minutes: MINUTES, ...input });

/** A claim to make, of hours that are over. */
function open() {
  const claim = claimed();
  db.update(claims)
    .set({ status: "open", requestedMinutes: null, evaluated: false })
    .where(eq(claims.id, claim.id))
    .run();
  return claim;
}
const make = (id: string) =>
  done(claimAndBill(actingAs(db, person, { now: NOW }), { claimId: id, requestedMinutes: MINUTES }));

test("T8 a back-dated statement of one's own waives nothing, and the claim says what would", async () => {
  const claim = open();
  expect(make(claim.id)).toMatchObject({ settled: false });
  expect(db.select().from(payments).all()).toEqual([]);
  const page = await claimPage({ request: await get(db, "/claims", person), params: { id: claim.id }, context: {} });
  expect(page.data.fee).toMatchObject({ cents: FEE, waivedFor: null, awaits: "Highline" });
});

test("T8 a claim that is made after the confirmation is waived at once", () => {
  confirm();
  expect(make(open().id)).toMatchObject({ settled: true });
  expect(db.select().from(payments).all()).toMatchObject([{ kind: "waiver", amountCents: 0, reference: "Highline" }]);
});

test("T8 a confirmation waives what was claimed before and nobody has paid", () => {
  const claim = claimed();
  confirm();
  expect(claim.read()).toMatchObject({ settled: true, status: "settled" });
  expect(db.select().from(payments).all()).toMatchObject([
    { claimId: claim.id, kind: "waiver", amountCents: 0, reference: "Highline", recordedBy: null },
  ]);
  expect(recordPayment(staff(), { claimId: claim.id, ...cheque })).toMatchObject({ reason: "already-settled" });
});

const cheque = { kind: "cheque" as const, amountCents: FEE, reference: "1042", receivedOn: "2027-03-20" };

test("T8 a confirmation takes an unpaid fee off its invoice by a credit note", () => {
  const claim = claimed();
  const invoice = done(issueInvoice(staff(), { claimIds: [claim.id] }));
  confirm();
  expect(claim.read()).toMatchObject({ settled: true, status: "settled" });
  const note = db.select().from(invoices).where(eq(invoices.kind, "credit-note")).get();
  expect(note).toMatchObject({ aboutInvoiceId: invoice.id, totalCents: FEE });
  expect(note!.reason).toBe("Highline confirmed that the person works there");
  expect(invoiceState(findSums(db, invoice.id))).not.toBe("open");
});

test("T8 what was paid before the confirmation stays paid; what lies outside the dates is not waived", () => {
  const paid = claimed();
  done(recordPayment(staff(), { claimId: paid.id, ...cheque }));
  db.update(affiliations).set({ toDate: "2027-03-08" }).where(eq(affiliations.id, declared)).run();
  const outside = claimed();
  confirm();
  expect(db.select().from(payments).all()).toHaveLength(1);
  expect(outside.read()).toMatchObject({ settled: false });
});

test("T8 a confirmation that is taken back makes the fee due again, and a later check settles it", () => {
  const claim = claimed();
  confirm();
  takeBack();
  expect(claim.read()).toMatchObject({ settled: false, status: "evaluated" });
  const history = db.select().from(claimChanges).where(eq(claimChanges.claimId, claim.id)).all();
  expect(history.at(-1)).toMatchObject({ fromStatus: "settled", toStatus: "evaluated", actorId: hr.personId });
  expect(toBill().rows).toMatchObject([{ cents: FEE }]);
  done(recordPayment(staff(), { claimId: claim.id, ...cheque }));
  expect(claim.read()).toMatchObject({ settled: true, status: "settled" });
  confirm();
  takeBack();
  expect(claim.read()).toMatchObject({ settled: true });
});

test("T8 an invoice whose fee was credited can be billed anew once the confirmation is taken back", () => {
  const claim = claimed();
  done(issueInvoice(staff(), { claimIds: [claim.id] }));
  confirm();
  takeBack();
  expect(done(issueInvoice(staff(), { claimIds: [claim.id] }))).toMatchObject({ totalCents: FEE });
});

test("T9 hours that are posted stay as they were when a confirmation is taken back", () => {
  const claim = claimed();
  confirm();
  done(postClaims(staff(), [claim.id]));
  takeBack();
  expect(claim.read()).toMatchObject({ settled: true, status: "posted" });
});

test("a waiver that the registrar gave is not touched by what HR says", () => {
  const claim = claimed();
  done(recordPayment(staff(), { claimId: claim.id, ...cheque, kind: "waiver", amountCents: 0, reference: "Hardship" }));
  confirm();
  takeBack();
  expect(claim.read()).toMatchObject({ settled: true });
});

test("T8 only a confirmed workplace lets a district be billed for somebody", () => {
  const offering = makeOffering(db, { policy: { cooperativeWaives: false } });
  const claim = claimed({ offering });
  const organisationIdOfIt = organisationId(db, "Highline");
  const employers = () => listEmployers(db, staff());
  const listed = () => ({ employers: employers(), total: toBill(`to=${organisationIdOfIt}`).total });
  const bill = () =>
    issueDistrictInvoice(staff(), { organisationId: organisationIdOfIt, purchaseOrder: "PO-1", claimIds: [claim.id] });
  expect(listed()).toMatchObject({ employers: [], total: 0 });
  expect(bill()).toMatchObject({ reason: "not-of-district" });
  confirm();
  expect(claim.read().settled).toBe(false);
  expect(listed()).toMatchObject({ employers: [{ label: "Highline" }], total: 1 });
  expect(bill().ok).toBe(true);
});

test("T8 one that was disowned waives nothing and awaits nothing", () => {
  db.update(affiliations).set({ disownedAt: NOW, disownedBy: hr.personId }).run();
  const { id } = makeOffering(db);
  const offering = db.select().from(offerings).where(eq(offerings.id, id)).get()!;
  expect(feeOf(db, staff(), offering, person.personId, MINUTES)).toMatchObject({
    cents: FEE,
    waivedFor: null,
    awaits: null,
  });
});
