import { beforeEach, expect, test } from "vitest";
import { FIND_OWED } from "#drizzle/owed-money";
import { invoicePayments, payments } from "#drizzle/schema/billing";
import { recordPayment } from "~/billing/fees/claim-fee.server";
import { reversePayment } from "~/billing/fees/reverse-payment.server";
import { creditInvoice, payInvoice } from "~/billing/invoices/invoice-payment.server";
import { issueDistrictInvoice, issueInvoice } from "~/billing/invoices/invoice.server";
import { reverseInvoicePayment } from "~/billing/invoices/reverse-invoice-payment.server";
import type { Database } from "~/platform/database/database.server";
import { ESD_113_FEE, makeClaim } from "../support/billing";
import { at } from "../support/clock";
import { actingAs, useTestDatabase } from "../support/database";
import { done } from "../support/done";
import { give, makePerson, organisationId, psesd, type TestPerson } from "../support/factories";

let db: Database;
let registrar: TestPerson;
beforeEach(() => {
  db = useTestDatabase();
  registrar = makePerson(db);
  give(db, registrar, "registrar", psesd(db).id);
});

const staff = (now = at("2027-03-20T10:00")) => actingAs(db, registrar, { now, scopeIds: [psesd(db).id] });
const reason = "It was another person's";

const kept = () => ({
  open: db.$client.prepare("select invoice_id from open_invoices order by 1").pluck().all(),
  promised: db.$client.prepare("select claim_id from billable_claims where promised order by 1").pluck().all(),
});

/** What stands in both lists, which is what the rule finds among all. */
function owed() {
  const now = kept();
  db.$client.exec(FIND_OWED);
  expect(now).toEqual(kept());
  return now;
}

const order = (claimId: string) =>
  done(
    recordPayment(staff(), {
      claimId,
      kind: "purchase-order",
      amountCents: 2100,
      reference: "PO-77",
      receivedOn: "2027-03-20",
    }),
  );

test("T8 an invoice stands among the open ones until it is paid or taken back, and again once its money is reversed", () => {
  const [one, other] = [makeClaim(db), makeClaim(db)];
  const issued = done(issueInvoice(staff(), { claimIds: [one.id] }));
  const second = done(issueInvoice(staff(), { claimIds: [other.id] }));
  const both = [issued.id, second.id].sort();
  expect(owed().open).toEqual(both);
  const money = { kind: "cheque" as const, reference: "1042", receivedOn: "2027-03-20", amountCents: 2100 };
  done(payInvoice(staff(), { invoiceId: issued.id, ...money }));
  expect(owed().open).toEqual([second.id]);
  const { id: invoicePaymentId } = db.select().from(invoicePayments).get()!;
  done(reverseInvoicePayment(staff(), { invoiceId: issued.id, invoicePaymentId, reason }));
  expect(owed().open).toEqual(both);
  done(creditInvoice(staff(), { invoiceId: second.id, reason }));
  expect(owed().open).toEqual([issued.id]);
});

test("T8 an invoice that is paid late stays paid, although the invoice of its late fee is about it", () => {
  const claim = makeClaim(db, { minutes: 180, policy: ESD_113_FEE });
  const { id: invoiceId } = done(issueInvoice(staff(), { claimIds: [claim.id] }));
  expect(owed().open).toEqual([invoiceId]);
  const money = { kind: "cheque" as const, reference: "1042", receivedOn: "2027-06-08", amountCents: 1680 };
  const { lateInvoice } = done(payInvoice(staff(at("2027-06-20T10:00")), { invoiceId, ...money }));
  expect(lateInvoice).toMatchObject({ kind: "invoice", aboutInvoiceId: invoiceId });
  expect(owed().open).toEqual([]);
});

test("T8 a purchase order is promised until it is reversed or billed", () => {
  const person = makePerson(db, { organisation: "Kent" });
  const [one, other] = [makeClaim(db, { person }), makeClaim(db, { person })];
  order(one.id);
  order(other.id);
  expect(owed().promised).toEqual([one.id, other.id].sort());
  const { id: paymentId } = db
    .select()
    .from(payments)
    .all()
    .find(({ claimId }) => claimId === one.id)!;
  done(reversePayment(staff(), { claimId: one.id, paymentId, reason }));
  expect(owed().promised).toEqual([other.id]);
  const bill = { organisationId: organisationId(db, "Kent"), purchaseOrder: "PO-77", claimIds: [other.id] };
  const invoice = done(issueDistrictInvoice(staff(), bill));
  expect(owed()).toEqual({ open: [invoice.id], promised: [] });
  done(creditInvoice(staff(), { invoiceId: invoice.id, reason }));
  expect(owed()).toEqual({ open: [], promised: [other.id] });
});
