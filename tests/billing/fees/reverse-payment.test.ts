import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { invoicePayments, invoices, paymentReversals, payments } from "#drizzle/schema/billing";
import { claimChanges } from "#drizzle/schema/credits";
import { recordPayment } from "~/billing/fees/claim-fee.server";
import { readCharge } from "~/billing/fees/claim-charge.server";
import { listPaymentHistory, listPayments } from "~/billing/fees/payment-row.server";
import { reversePayment } from "~/billing/fees/reverse-payment.server";
import { dueOf, findSums } from "~/billing/invoices/invoice-due.server";
import { issueInvoice } from "~/billing/invoices/invoice.server";
import { payInvoice } from "~/billing/invoices/invoice-payment.server";
import { invoiceState } from "~/billing/invoices/invoice-state";
import { reverseInvoicePayment } from "~/billing/invoices/reverse-invoice-payment.server";
import { postClaims } from "~/credits/ledger/posting.server";
import type { Database } from "~/platform/database/database.server";
import { makeClaim } from "../../support/billing";
import { at } from "../../support/clock";
import { actingAs, useTestDatabase } from "../../support/database";
import { done } from "../../support/done";
import { give, makePerson, organisationId, psesd, type TestPerson } from "../../support/factories";
import { listExportLines } from "../../support/hr/exports";

const NOW = at("2027-03-20T10:00");
const REASON = "the cheque was another person's";
const CHEQUE = { kind: "cheque" as const, amountCents: 2100, reference: "1042", receivedOn: "2027-03-20" };

let db: Database;
let registrar: TestPerson;
let claim: ReturnType<typeof makeClaim>;
beforeEach(() => {
  db = useTestDatabase();
  registrar = makePerson(db, { first: "Reg", last: "Istrar" });
  give(db, registrar, "registrar", psesd(db).id);
  claim = makeClaim(db, { person: makePerson(db, { organisation: "Kent" }) });
});

const staff = (now = NOW) => actingAs(db, registrar, { now, scopeIds: [psesd(db).id] });
const pay = (values: Partial<typeof CHEQUE> = {}) =>
  done(recordPayment(staff(), { claimId: claim.id, ...CHEQUE, ...values }));
const paymentId = () => db.select().from(payments).all().at(-1)!.id;
const reverse = (id = paymentId()) => reversePayment(staff(), { claimId: claim.id, paymentId: id, reason: REASON });
const kent = () => ({ id: organisationId(db, "Kent"), code: "17415", name: "Kent" });

test("T8 a payment recorded in error is reversed with a reason: the fee is due again, and both rows stay", () => {
  expect(pay().status).toBe("settled");
  expect(done(reverse())).toMatchObject({ status: "evaluated", settled: false });
  expect(listPayments(db, claim.id)).toEqual([]);
  expect(readCharge(db, claim.id).cents).toBe(0);
  expect(listPaymentHistory(db, claim.id)).toMatchObject([
    { reference: "1042", reversal: { reason: REASON, by: "Reg Istrar", at: NOW } },
  ]);
  expect(db.select().from(claimChanges).where(eq(claimChanges.claimId, claim.id)).all().at(-1)).toMatchObject({
    fromStatus: "settled",
    toStatus: "evaluated",
    reason: `The payment was reversed: ${REASON}`,
  });
  expect(reverse()).toMatchObject({ reason: "reversed-already" });
  expect(pay({ reference: "1043" }).status).toBe("settled");
  expect(() => db.update(paymentReversals).set({ reason: "another" }).run()).toThrow("append-only");
});

test("T7 what is posted stays posted; HR's next row no longer says that it was paid", () => {
  pay();
  done(postClaims(staff(), [claim.id]));
  const paid = () => listExportLines(db, kent(), { from: null, to: null, onlyNew: false }).map(({ row }) => row.paid);
  expect(paid()).toEqual(["21.00"]);
  expect(done(reverse())).toMatchObject({ status: "posted", settled: false });
  expect(paid()).toEqual([""]);
});

test("what a rule waived, an invoice was paid with, or another provider recorded is not reversed here", () => {
  pay({ kind: "waiver" as never, amountCents: 0, reference: "a colleague of the ESD" });
  const elsewhere = actingAs(db, registrar, { now: NOW, scopeIds: ["another"] });
  const input = { claimId: claim.id, paymentId: paymentId(), reason: REASON };
  expect(reversePayment(elsewhere, input)).toMatchObject({ reason: "unknown-claim" });
  expect(reverse("nothing")).toMatchObject({ reason: "unknown-payment" });
  expect(done(reverse())).toMatchObject({ settled: false });
});

test("T8 money for an invoice is reversed on the invoice: it is open again, with its fees and without its late fee", () => {
  const late = makeClaim(db, { policy: { latePercent: 20, lateAfterDays: 5 } });
  const invoice = done(issueInvoice(staff(at("2027-03-10T09:00")), { claimIds: [late.id] }));
  const amountCents = dueOf(db, invoice, CHEQUE.receivedOn).totalCents;
  expect(amountCents).toBeGreaterThan(invoice.totalCents);
  const { lateInvoice } = done(payInvoice(staff(), { invoiceId: invoice.id, ...CHEQUE, amountCents }));
  expect(late.read().settled).toBe(true);
  const [money, lateMoney] = db.select().from(invoicePayments).all();
  const input = { invoiceId: invoice.id, invoicePaymentId: money!.id, reason: REASON };
  const ofLate = { invoiceId: lateInvoice!.id, invoicePaymentId: lateMoney!.id, reason: REASON };
  expect(reverseInvoicePayment(staff(), ofLate)).toMatchObject({ reason: "paid-with-another" });
  done(reverseInvoicePayment(staff(), input));
  expect(reverseInvoicePayment(staff(), input)).toMatchObject({ reason: "reversed-already" });
  expect(late.read()).toMatchObject({ settled: false, status: "evaluated" });
  expect(invoiceState(findSums(db, invoice.id))).toBe("open");
  expect(invoiceState(findSums(db, lateInvoice!.id))).toBe("credited");
  expect(
    db
      .select()
      .from(invoices)
      .all()
      .map(({ kind }) => kind),
  ).toEqual(["invoice", "invoice", "credit-note"]);
  const again = done(payInvoice(staff(), { invoiceId: invoice.id, ...CHEQUE, amountCents, reference: "1044" }));
  expect(again.lateInvoice).not.toBeNull();
  expect(late.read().settled).toBe(true);
  expect(
    reversePayment(staff(), { claimId: late.id, paymentId: listPayments(db, late.id)[0]!.id, reason: REASON }),
  ).toMatchObject({ reason: "paid-by-invoice" });
});
