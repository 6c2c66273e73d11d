import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { expect, inject, test } from "vitest";
import { auditEntries } from "#drizzle/schema/platform";
import { invoiceLines, invoicePayments, invoices, payments } from "#drizzle/schema/billing";
import { recordPayment } from "~/billing/fees/claim-fee.server";
import { creditNoteForCorrection } from "~/billing/invoices/credit-note.server";
import { issueDistrictInvoice, issueInvoice } from "~/billing/invoices/invoice.server";
import { findSums } from "~/billing/invoices/invoice-due.server";
import { creditInvoice, payInvoice } from "~/billing/invoices/invoice-payment.server";
import { invoiceState } from "~/billing/invoices/invoice-state";
import { type Database, inTransaction, openDatabase } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ESD_113_FEE, makeClaim } from "../../support/billing";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { give, makeOffering, makePerson, organisationId, psesd } from "../../support/factories";
import { done } from "../../support/done";

const ISSUED = at("2027-03-20T10:00");

function desk(db = useTestDatabase(), now = ISSUED) {
  const registrar = makePerson(db, { first: "Reg", last: "Istrar" });
  give(db, registrar, "registrar", psesd(db).id);
  const on = (wall: string) => actingAs(db, registrar, { now: at(wall), scopeIds: [psesd(db).id] });
  return { db, on, staff: actingAs(db, registrar, { now, scopeIds: [psesd(db).id] }) };
}

const money = (invoiceId: string, amountCents: number, receivedOn = "2027-03-20") => ({
  invoiceId,
  kind: "cheque" as const,
  reference: "1042",
  receivedOn,
  amountCents,
});

test.each([
  ["PSESD 1 h", {}, 60, 1500],
  ["PSESD 5 h", {}, 300, 1500],
  ["PSESD 5.5 h", {}, 330, 1650],
  ["PSESD 7 h", {}, 420, 2100],
  ["PSESD 20 h", {}, 1200, 6000],
  ["ESD 113 3 h", ESD_113_FEE, 180, 1400],
] as const)("T8 %s is billed, paid and settled to the cent", (_name, policy, minutes, cents) => {
  const { db, staff } = desk();
  const claim = makeClaim(db, { minutes, policy });
  const invoice = done(issueInvoice(staff, { claimIds: [claim.id] }));
  expect(invoice).toMatchObject({ number: "PSESD-2027-000001", totalCents: cents, dueOn: "2027-04-19" });
  expect(claim.read()).toMatchObject({ settled: false, status: "evaluated" });
  expect(payInvoice(staff, money(invoice.id, cents - 1))).toMatchObject({
    reason: "wrong-amount",
    detail: { due: cents },
  });
  expect(done(payInvoice(staff, money(invoice.id, cents)))).toEqual({ lateInvoice: null });
  expect(claim.read()).toMatchObject({ settled: true, status: "settled" });
  expect(db.select().from(payments).get()).toMatchObject({ amountCents: cents, invoiceId: invoice.id });
  expect(invoiceState(findSums(db, invoice.id))).toBe("paid");
  expect(payInvoice(staff, money(invoice.id, cents))).toMatchObject({ reason: "not-open" });
});

test("T8 late by date: the 90th day costs 14.00, the day after 16.80, the rest on an invoice of its own", () => {
  const { db, staff, on } = desk();
  const claim = makeClaim(db, { minutes: 180, policy: ESD_113_FEE });
  const invoice = done(issueInvoice(staff, { claimIds: [claim.id] }));
  const later = on("2027-06-20T10:00");
  expect(payInvoice(later, money(invoice.id, 1680, "2027-06-07"))).toMatchObject({ detail: { due: 1400 } });
  const { lateInvoice } = done(payInvoice(later, money(invoice.id, 1680, "2027-06-08")));
  expect(lateInvoice).toMatchObject({ number: "PSESD-2027-000002", totalCents: 280, aboutInvoiceId: invoice.id });
  expect(findSums(db, invoice.id)).toEqual({ totalCents: 1400, creditedCents: 0, paidCents: 1400 });
  expect(findSums(db, lateInvoice!.id)).toEqual({ totalCents: 280, creditedCents: 0, paidCents: 280 });
  expect(db.select().from(payments).get()).toMatchObject({ amountCents: 1680 });
});

test("T8 an invoice issued late names the late fee on a line of its own", () => {
  const { db, on } = desk();
  const claim = makeClaim(db, { minutes: 180, policy: ESD_113_FEE });
  const invoice = done(issueInvoice(on("2027-06-08T09:00"), { claimIds: [claim.id] }));
  const lines = db.select().from(invoiceLines).where(eq(invoiceLines.invoiceId, invoice.id)).all();
  expect(lines.map(({ kind, amountCents }) => [kind, amountCents])).toEqual([
    ["fee", 1400],
    ["late-fee", 280],
  ]);
  const paid = payInvoice(on("2027-07-01T09:00"), money(invoice.id, 1680, "2027-07-01"));
  expect(paid).toEqual({ ok: true, value: { lateInvoice: null } });
});

test("T8 a purchase order settles the claims of a district's people at once; its money comes later", () => {
  const { db, staff, on } = desk();
  const highline = organisationId(db, "Highline");
  const offering = makeOffering(db);
  const mine = ["A", "B"].map((last) =>
    makeClaim(db, { offering, person: makePerson(db, { last, organisation: "Highline" }) }),
  );
  const foreign = makeClaim(db, { offering, person: makePerson(db, { organisation: "Kent" }) });
  const input = { organisationId: highline, purchaseOrder: "PO-20417" };
  const all = [...mine, foreign].map(({ id }) => id);
  expect(issueDistrictInvoice(staff, { ...input, claimIds: all })).toMatchObject({ reason: "not-of-district" });
  const invoice = done(issueDistrictInvoice(staff, { ...input, claimIds: mine.map(({ id }) => id) }));
  expect(invoice).toMatchObject({ billTo: "Highline", totalCents: 4200, purchaseOrder: "PO-20417", personId: null });
  for (const claim of mine) expect(claim.read().settled).toBe(true);
  expect(foreign.read().settled).toBe(false);
  expect(invoiceState(findSums(db, invoice.id))).toBe("open");
  done(payInvoice(on("2027-09-01T09:00"), money(invoice.id, 4200, "2027-09-01")));
  expect(invoiceState(findSums(db, invoice.id))).toBe("paid");
  expect(db.select().from(payments).all()).toHaveLength(2);
});

test("T8 a purchase order recorded with a claim can be billed to the district afterwards, once", () => {
  const { db, staff } = desk();
  const claim = makeClaim(db, { person: makePerson(db, { organisation: "Kent" }) });
  const order = { kind: "purchase-order" as const, amountCents: 2100, reference: "PO-7", receivedOn: "2027-03-20" };
  done(recordPayment(staff, { claimId: claim.id, ...order }));
  expect(issueInvoice(staff, { claimIds: [claim.id] })).toMatchObject({ reason: "not-billable" });
  const input = { organisationId: organisationId(db, "Kent"), purchaseOrder: "PO-7", claimIds: [claim.id] };
  expect(done(issueDistrictInvoice(staff, input)).totalCents).toBe(2100);
  expect(db.select().from(payments).all()).toHaveLength(1);
  expect(issueDistrictInvoice(staff, input)).toMatchObject({ reason: "not-billable" });
});

test("T8 one invoice holds the claims of one person, each on one live invoice", () => {
  const { db, staff } = desk();
  const [one, other] = [makeClaim(db), makeClaim(db)];
  expect(issueInvoice(staff, { claimIds: [one.id, other.id] })).toMatchObject({ reason: "several-people" });
  expect(issueInvoice(staff, { claimIds: [] })).toMatchObject({ reason: "nothing-chosen" });
  const invoice = done(issueInvoice(staff, { claimIds: [one.id] }));
  expect(issueInvoice(staff, { claimIds: [one.id] })).toMatchObject({ reason: "not-billable" });
  const payment = { kind: "cheque" as const, amountCents: 2100, reference: "1", receivedOn: "2027-03-20" };
  expect(recordPayment(staff, { claimId: one.id, ...payment })).toMatchObject({ reason: "on-invoice" });
  const again = db.select().from(invoiceLines).get()!;
  expect(() =>
    db
      .insert(invoiceLines)
      .values({ ...again, id: newId() })
      .run(),
  ).toThrow("T8: this claim is on an invoice already");
  const note = done(creditInvoice(staff, { invoiceId: invoice.id, reason: "The district pays." }));
  expect(note).toMatchObject({ kind: "credit-note", totalCents: 2100, aboutInvoiceId: invoice.id });
  expect(invoiceState(findSums(db, invoice.id))).toBe("credited");
  expect(done(issueInvoice(staff, { claimIds: [one.id] })).number).toBe("PSESD-2027-000003");
});

test.each([
  ["paid through an invoice", true],
  ["paid by itself", false],
])("T8 a correction to fewer hours gives back what is too much: %s", (_name, invoiced) => {
  const { db, staff } = desk();
  const claim = makeClaim(db);
  if (invoiced) {
    const invoice = done(issueInvoice(staff, { claimIds: [claim.id] }));
    done(payInvoice(staff, money(invoice.id, 2100)));
  } else {
    const payment = { kind: "cheque" as const, amountCents: 2100, reference: "1", receivedOn: "2027-03-20" };
    done(recordPayment(staff, { claimId: claim.id, ...payment }));
  }
  const correct = (beforeMinutes: number, afterMinutes: number) =>
    inTransaction(db, (tx) => creditNoteForCorrection(tx, staff, { claim: claim.read(), beforeMinutes, afterMinutes }));
  expect(correct(420, 330)).toMatchObject({ kind: "credit-note", totalCents: 450, personId: claim.person.personId });
  expect(correct(330, 330)).toBeNull();
  expect(correct(330, 300)).toMatchObject({ totalCents: 150 });
  expect(correct(300, 60)).toBeNull();
  expect(correct(60, 0)).toMatchObject({ totalCents: 1500 });
  expect(correct(60, 0)).toBeNull();
});

test("T8 numbers have no gaps: two connections on one file", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-invoice-"));
  const file = path.join(folder, "two.sqlite");
  writeFileSync(file, readFileSync(inject("templateFile")));
  const [one, two] = [openDatabase(file), openDatabase(file)];
  try {
    const { staff } = desk(one);
    const claimIds = Array.from({ length: 6 }, () => makeClaim(one).id);
    const numbers = claimIds.map(
      (id, index) => done(issueInvoice({ ...staff, db: index % 2 ? two : one }, { claimIds: [id] })).sequence,
    );
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6]);
    // The race with the transaction taken away: both have read the same last number.
    const last = (db: Database) => db.select().from(invoices).all().at(-1)!;
    const [a, b] = [last(one), last(two)];
    const next = (row: typeof a) => ({ ...row, id: newId(), sequence: row.sequence + 1, number: `X-${newId()}` });
    one.insert(invoices).values(next(a)).run();
    expect(() => two.insert(invoices).values(next(b)).run()).toThrow("T8: invoice numbers have no gaps");
    const skipping = { ...next(b), sequence: 99 };
    expect(() => two.insert(invoices).values(skipping).run()).toThrow("T8: invoice numbers have no gaps");
  } finally {
    one.$client.close();
    two.$client.close();
    rmSync(folder, { recursive: true });
  }
});

test("T8 the next year starts at one; a refused invoice takes no number", () => {
  const { db, staff, on } = desk();
  done(issueInvoice(staff, { claimIds: [makeClaim(db).id] }));
  expect(issueInvoice(staff, { claimIds: ["nobody's"] }).ok).toBe(false);
  expect(done(issueInvoice(staff, { claimIds: [makeClaim(db).id] })).number).toBe("PSESD-2027-000002");
  const newYear = on("2028-01-01T00:30");
  expect(done(issueInvoice(newYear, { claimIds: [makeClaim(db).id] })).number).toBe("PSESD-2028-000001");
});

test("T8 the database refuses to change or delete an invoice, a line or a payment of one", () => {
  const { db, staff } = desk();
  const invoice = done(issueInvoice(staff, { claimIds: [makeClaim(db).id] }));
  done(payInvoice(staff, money(invoice.id, 2100)));
  for (const table of [invoices, invoiceLines]) {
    expect(() => db.delete(table).run()).toThrow("T8: an invoice is never changed");
    expect(() => db.update(table).set({ id: "x" }).run()).toThrow("T8: an invoice is never changed");
  }
  expect(() => db.delete(invoicePayments).run()).toThrow("T8: a payment is append-only");
  expect(() => db.update(invoicePayments).set({ amountCents: 1 }).run()).toThrow("T8: a payment is append-only");
});

test("P2 P5 a registrar of another provider bills and pays nothing; what is done is in the audit log", () => {
  const { db, staff } = desk();
  const claim = makeClaim(db);
  const stranger = { ...staff, scopeIds: ["another"] };
  expect(issueInvoice(stranger, { claimIds: [claim.id] })).toMatchObject({ reason: "not-billable" });
  const invoice = done(issueInvoice(staff, { claimIds: [claim.id] }));
  expect(payInvoice(stranger, money(invoice.id, 2100))).toMatchObject({ reason: "unknown-invoice" });
  done(payInvoice(staff, money(invoice.id, 2100)));
  const actions = db.select().from(auditEntries).where(eq(auditEntries.subjectId, invoice.id)).all();
  expect(actions.map(({ action }) => action)).toEqual(["invoice.issued", "invoice.paid"]);
});

test("T8 money is not received in the future", () => {
  const { db, staff } = desk();
  const invoice = done(issueInvoice(staff, { claimIds: [makeClaim(db).id] }));
  expect(payInvoice(staff, money(invoice.id, 2100, "2027-03-21"))).toMatchObject({ reason: "not-yet-received" });
});

test("T8 a late payment and a correction after it: the worked example of docs/rules/fees.md", () => {
  const { db, staff, on } = desk();
  const claim = makeClaim(db, { minutes: 180, policy: ESD_113_FEE });
  const invoice = done(issueInvoice(staff, { claimIds: [claim.id] }));
  done(payInvoice(on("2027-06-08T12:00"), money(invoice.id, 1680, "2027-06-08")));
  const note = inTransaction(db, (tx) =>
    creditNoteForCorrection(tx, on("2027-07-12T09:00"), {
      claim: claim.read(),
      beforeMinutes: 180,
      afterMinutes: 120,
    }),
  );
  expect(note).toMatchObject({ number: "PSESD-2027-000003", totalCents: 360 });
});
