import { expect, test } from "vitest";
import { creditForm, invoicePageForm, newInvoiceForm } from "~/billing/invoices/invoice-form";
import { errorsOf } from "../../support/form";

const DISTRICT = { intent: "district", claim: ["0190"], organisationId: "renton", purchaseOrder: " PO-2027-14 " };

test.each([
  [{}, []],
  [{ organisationId: undefined }, ["organisationId: Choose the district."]],
  [{ purchaseOrder: " " }, ["purchaseOrder: Enter the number of the purchase order."]],
  [{ purchaseOrder: "x".repeat(61) }, ["purchaseOrder: Use at most 60 characters."]],
  [{ purchaseOrder: "4111-1111-1111-1111" }, ["purchaseOrder: Never a card number."]],
])("T8 an invoice to a district, with %j", (changes, errors) => {
  expect(errorsOf(newInvoiceForm, { ...DISTRICT, ...changes })).toEqual(errors);
});

test("T8 an invoice to a person needs no purchase order", () => {
  expect(errorsOf(newInvoiceForm, { intent: "person", claim: ["0190"] })).toEqual([]);
});

test.each([
  ["cheque", []],
  ["card-terminal", []],
  ["purchase-order", ["kind: Choose how it was paid."]],
  ["waiver", ["kind: Choose how it was paid."]],
])("T8 an invoice is paid with money: %s", (kind, errors) => {
  const payment = { intent: "payment", amountCents: "21", reference: "1042", receivedOn: "2027-03-20" };
  expect(errorsOf(invoicePageForm, { ...payment, kind })).toEqual(errors);
});

test.each([
  [undefined, ["reason: Say why."]],
  ["  no  ", ["reason: Say why, for whoever reads the credit note."]],
  ["Billed twice", []],
])("a credit note says why: %j", (reason, errors) => {
  expect(errorsOf(creditForm, { intent: "credit", reason })).toEqual(errors);
});
