import { z } from "zod";
import { MONEY_KINDS } from "./invoice-kind";
import { holdsCardNumber, paymentForm } from "~/billing/fees/payment-form";

/** Ticked ones, or all that the list's address shows. */
const chosen = { claim: z.array(z.string().max(64)).optional(), matching: z.literal("1").optional() };

/** Claims of one person to bill together. */
export const personInvoiceForm = z.object({ intent: z.literal("person"), ...chosen });

/** Claims to bill to a district under its purchase order. */
export const districtInvoiceForm = z.object({
  intent: z.literal("district"),
  ...chosen,
  organisationId: z.string({ error: "Choose the district." }).min(1, "Choose the district."),
  purchaseOrder: z
    .string({ error: "Enter the number of the purchase order." })
    .trim()
    .min(1, "Enter the number of the purchase order.")
    .max(60, "Use at most 60 characters.")
    .refine((text) => !holdsCardNumber(text), "Never a card number."),
});

export const newInvoiceForm = z.discriminatedUnion("intent", [personInvoiceForm, districtInvoiceForm]);

/** Money for an invoice. */
export const invoicePaymentForm = paymentForm.extend({
  intent: z.literal("payment"),
  kind: z.enum(MONEY_KINDS, "Choose how it was paid."),
});

/** Taking back an invoice that nobody has paid. */
export const creditForm = z.object({
  intent: z.literal("credit"),
  reason: z
    .string({ error: "Say why." })
    .trim()
    .min(5, "Say why, for whoever reads the credit note.")
    .max(300, "Use at most 300 characters."),
});

/** Why a payment that was recorded in error is reversed. */
export const reversalReason = z
  .string({ error: "Say why." })
  .trim()
  .min(5, "Say why, for whoever reads the history.")
  .max(300, "Use at most 300 characters.");

const reverseForm = z.object({
  intent: z.literal("reverse"),
  invoicePaymentId: z.string().min(1),
  reason: reversalReason,
});

export const invoicePageForm = z.discriminatedUnion("intent", [invoicePaymentForm, creditForm, reverseForm]);
