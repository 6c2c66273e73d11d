import { z } from "zod";
import { recordPayment } from "~/billing/fees/claim-fee.server";
import { paymentForm } from "~/billing/fees/payment-form";
import { declineCorrection } from "~/credits/corrections/correction.server";
import { correctionForm, declineCorrectionForm } from "~/credits/corrections/correction-form";
import { postClaims, returnClaim } from "~/credits/ledger/posting.server";
import { type ClaimRefusal, claimRefusalText } from "~/credits/claims/refusal";
import { reversePayment } from "~/billing/fees/reverse-payment.server";
import { reversalReason } from "~/billing/invoices/invoice-form";
import { postForm, returnForm } from "./registrar-form";
import type { ScopedContext } from "~/people/roles/permission.server";
import { formatHours, formatMoney } from "~/platform/format";
import type { Outcome, Refusal } from "~/platform/outcome";
import { correctPostedCredit } from "./correct-credit.server";

/** Everything that the registrar's page of one claim can post. */
export const registrarClaimForm = z.discriminatedUnion("intent", [
  postForm,
  returnForm,
  paymentForm,
  z.object({ intent: z.literal("reverse-payment"), paymentId: z.string().min(1), reason: reversalReason }),
  correctionForm,
  declineCorrectionForm,
]);

type Input = z.output<typeof registrarClaimForm>;

/** What each intent has done, for people. */
export const SAID: Record<Input["intent"], string> = {
  post: "The credit is posted.",
  return: "The claim is returned, and the person is told.",
  payment: "The payment is recorded.",
  "reverse-payment": "The payment is reversed. The fee is due again.",
  correct: "The correction is posted, and the person is told.",
  "decline-correction": "The request is declined, and the person is told.",
};

/** Does what the registrar's page of one claim posted. It stands here because a correction reaches as far as HR. */
export function runRegistrarClaimAction(
  ctx: ScopedContext,
  claimId: string,
  input: Input,
): Outcome<unknown, ClaimRefusal> {
  switch (input.intent) {
    case "post":
      return postClaims(ctx, [claimId]);
    case "return":
      return returnClaim(ctx, { claimId, reason: input.reason });
    case "payment": {
      const { intent: _intent, ...payment } = input;
      return recordPayment(ctx, { claimId, ...payment });
    }
    case "reverse-payment":
      return reversePayment(ctx, { claimId, paymentId: input.paymentId, reason: input.reason });
    case "correct":
      return correctPostedCredit(ctx, { claimId, minutes: input.hours, reason: input.reason });
    case "decline-correction":
      return declineCorrection(ctx, { claimId, requestId: input.requestId, answer: input.answer });
  }
}

/** A refusal in words with its figures, and the field that it is about. */
export function wordsOf({ reason, detail }: Refusal<ClaimRefusal>): { words: string; field?: string } {
  const words = claimRefusalText({ ok: false, reason, detail });
  if (reason === "wrong-amount")
    return { words: `${words} It is ${formatMoney(Number(detail.due))}.`, field: "amountCents" };
  if (reason === "more-than-earned")
    return { words: `${words} That is ${formatHours(Number(detail.earned))}.`, field: "hours" };
  return reason === "between-steps" ? { words, field: "hours" } : { words };
}
