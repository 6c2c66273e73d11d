import { expect, test } from "vitest";
import { paymentInWords } from "~/billing/fees/payment-words";

test("T8 what settles a fee is told on one line: how, how much, under which number, when", () => {
  const payment = { kind: "cheque", amountCents: 6_450, reference: "No. 1108", receivedOn: "2026-09-30" } as const;
  expect(paymentInWords(payment)).toBe("Check $64.50, No. 1108, Wed, Sep 30, 2026");
});
