import { expect, test } from "vitest";
import { isOptional, MESSAGE_CATEGORIES } from "~/messages/preferences/message-category";

// docs/rules/mail.md: what concerns an account, a seat or a cancellation always arrives, and so does the daily summary.
test("mail about accounts, seats and cancellations cannot be switched off", () => {
  expect(MESSAGE_CATEGORIES.filter((category) => !isOptional(category))).toEqual([
    "account",
    "seat",
    "cancellation",
    "digest",
  ]);
});
