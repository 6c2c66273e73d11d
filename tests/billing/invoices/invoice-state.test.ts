import { expect, test } from "vitest";
import { invoiceBalance, invoiceState } from "~/billing/invoices/invoice-state";

// T8, in cents.
test.each([
  ["nothing yet", 2100, 0, 0, "open", 2100],
  ["a cent short", 2100, 0, 2099, "open", 1],
  ["paid", 2100, 0, 2100, "paid", 0],
  ["paid too much", 2100, 0, 2200, "paid", -100],
  ["credited in part", 2100, 600, 0, "open", 1500],
  ["credited in part, the rest a cent short", 2100, 600, 1499, "open", 1],
  ["credited in part, the rest paid", 2100, 600, 1500, "paid", 0],
  ["credited whole", 2100, 2100, 0, "credited", 0],
  ["credited whole after it was paid: the money is owed back", 2100, 2100, 2100, "credited", -2100],
])("T8 an invoice, %s", (_what, totalCents, creditedCents, paidCents, state, balance) => {
  const sums = { totalCents, creditedCents, paidCents };
  expect(invoiceState(sums)).toBe(state);
  expect(invoiceBalance(sums)).toBe(balance);
});
