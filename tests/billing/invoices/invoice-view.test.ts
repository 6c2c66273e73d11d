import { expect, test } from "vitest";
import { invoiceViewOf } from "~/billing/invoices/invoice-view";

test.each([
  ["", "open"],
  ["view=open", "open"],
  ["view=notes", "notes"],
  ["view=Paid", "open"],
  ["view=", "open"],
  ["view=toString", "open"],
  ["view=__proto__", "open"],
])("the address ?%s shows %s", (search, view) => {
  expect(invoiceViewOf(new URLSearchParams(search))).toBe(view);
});
