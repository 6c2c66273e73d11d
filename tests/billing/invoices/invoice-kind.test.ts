import { expect, test } from "vitest";
import { invoiceNumber, invoiceTitle, MONEY_KINDS } from "~/billing/invoices/invoice-kind";

test.each([
  [1, "PSESD-2027-000001"],
  [123, "PSESD-2027-000123"],
  [1_000_000, "PSESD-2027-1000000"],
])("paper %i of a year is numbered %s", (sequence, number) => {
  expect(invoiceNumber("PSESD", 2027, sequence)).toBe(number);
});

test("a paper says what it is before its number", () => {
  expect(invoiceTitle({ kind: "invoice", number: "PSESD-2027-000123" })).toBe("Invoice PSESD-2027-000123");
  expect(invoiceTitle({ kind: "credit-note", number: "PSESD-2027-000124" })).toBe("Credit note PSESD-2027-000124");
});

test("T8 a purchase order promises money and a waiver brings none: neither pays an invoice", () => {
  expect(MONEY_KINDS).toEqual(["cheque", "card-terminal"]);
});
