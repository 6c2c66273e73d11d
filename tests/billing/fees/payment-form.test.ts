import { expect, test } from "vitest";
import { holdsCardNumber, paymentForm } from "~/billing/fees/payment-form";
import { errorsOf } from "../../support/form";

const PAYMENT = {
  intent: "payment",
  kind: "cheque",
  amountCents: "$21.00",
  reference: " 1042 ",
  receivedOn: "2027-03-20",
};

test("T8 a payment is read in cents", () => {
  expect(paymentForm.parse(PAYMENT)).toEqual({ ...PAYMENT, amountCents: 2100, reference: "1042" });
});

test.each([
  [{ kind: "cash" }, "kind: Choose how it was settled."],
  [{ amountCents: "21.005" }, "amountCents: Write an amount like 21.00."],
  [{ amountCents: undefined }, "amountCents: Enter the amount."],
  [{ reference: "  " }, "reference: Enter the number, or the reason of a waiver."],
  [{ reference: "x".repeat(121) }, "reference: Use at most 120 characters."],
  [{ reference: "4111 1111 1111 1111" }, "reference: Never a card number: enter the terminal's reference."],
  [{ receivedOn: "2027-02-29" }, "receivedOn: Enter the day."],
])("T8 a payment with %j is refused", (changes, error) => {
  expect(errorsOf(paymentForm, { ...PAYMENT, ...changes })).toEqual([error]);
});

test.each([
  ["4111111111111111", true],
  ["4111-1111-1111-1111", true],
  ["4111 1111\u00a01111 1111", true],
  ["4111–1111–1111–1111", true],
  ["4111.1111.1111.1111", true],
  ["Visa 4222222222222, thanks", true],
  ["378282246310005", true],
  ["6304000000000000000", true],
  ["123456789012", false],
  ["PO 2027-0088", false],
  ["hardship", false],
  ["Terminal 4, slip 001234", false],
])("no card number is kept: %j holds one: %s", (text, holds) => {
  expect(holdsCardNumber(text)).toBe(holds);
});
