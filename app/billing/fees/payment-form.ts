import { z } from "zod";
import { parseMoney } from "~/platform/amount";
import { plainDate } from "~/platform/http/form-fields";
import { PAYMENT_KINDS } from "./payment-kind";

/** Whether a text holds what may be a card's number, however it is grouped. */
export function holdsCardNumber(text: string): boolean {
  return /\d{13,19}/.test(text.replaceAll(/[\s.\p{Pd}]/gu, ""));
}

/** What a registrar records of a payment. Money as people type it, in whole cents. */
export const paymentForm = z.object({
  intent: z.literal("payment"),
  kind: z.enum(PAYMENT_KINDS, "Choose how it was settled."),
  amountCents: z.string({ error: "Enter the amount." }).transform((text, context) => {
    const cents = parseMoney(text);
    if (cents !== null) return cents;
    context.addIssue({ code: "custom", message: "Write an amount like 21.00." });
    return z.NEVER;
  }),
  reference: z
    .string({ error: "Enter the number, or the reason of a waiver." })
    .trim()
    .min(1, "Enter the number, or the reason of a waiver.")
    .max(120, "Use at most 120 characters.")
    .refine((text) => !holdsCardNumber(text), "Never a card number: enter the terminal's reference."),
  receivedOn: plainDate("Enter the day."),
});
