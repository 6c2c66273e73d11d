import { z } from "zod";
import { isPlainDate } from "~/platform/time-zone";
import { PAYMENT_KINDS } from "./payment-kind";

/** What a registrar records of a payment. Money as people write it, `21` or `21.00`, in whole cents. */
export const paymentForm = z.object({
  intent: z.literal("payment"),
  kind: z.enum(PAYMENT_KINDS, "Choose how it was settled."),
  amountCents: z
    .string({ error: "Enter the amount." })
    .trim()
    .regex(/^\$?\d{1,5}(\.\d\d)?$/, "Write an amount like 21.00.")
    .transform((text) => {
      const [dollars = "0", cents = "0"] = text.replace("$", "").split(".");
      return Number(dollars) * 100 + Number(cents);
    }),
  reference: z
    .string({ error: "Enter the number, or the reason of a waiver." })
    .trim()
    .min(1, "Enter the number, or the reason of a waiver.")
    .max(120, "Use at most 120 characters.")
    .refine(
      (text) => !/\d{13,19}/.test(text.replaceAll(/[ -]/g, "")),
      "Never a card number: enter the terminal's reference.",
    ),
  receivedOn: z.string({ error: "Enter the day." }).refine(isPlainDate, "Enter the day."),
});
