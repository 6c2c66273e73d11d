import { z } from "zod";
import type { ActorContext } from "~/platform/context";
import { formatClockHours } from "~/platform/format";
import { claimAndBill, takeBack } from "~/billing/fees/claim-fee.server";
import { submitEvaluation } from "~/credits/claims/claim.server";
import { claimForm, claimWithWorkplaceForm, evaluationForm } from "~/credits/claims/claim-form";
import { correctionRequestForm, withdrawCorrectionForm } from "~/credits/corrections/correction-form";
import { requestCorrection, withdrawCorrection } from "~/credits/corrections/correction-request.server";
import { type ClaimRefusal, claimRefusalText } from "~/credits/claims/refusal";
import type { Outcome } from "~/platform/outcome";

/**
 * Everything that the page of one's own claim can post, with the questions of its evaluation, and whether it asks where
 * the person worked.
 */
export const myClaimForm = (questions: Parameters<typeof evaluationForm>[0], asksWorkplace: boolean) =>
  z.discriminatedUnion("intent", [
    asksWorkplace ? claimWithWorkplaceForm : claimForm,
    evaluationForm(questions),
    z.object({ intent: z.literal("take-back") }),
    correctionRequestForm,
    withdrawCorrectionForm,
  ]);

/** What came of it: what to tell the person, or why not and at which field. */
type Answer = { ok: true; said: string } | { ok: false; words: string; field?: string | undefined };

/** The field that a refusal is about. */
const FIELDS = new Map<ClaimRefusal, string>([
  ["more-than-earned", "hours"],
  ["between-steps", "hours"],
  ["unknown-organisation", "workplace.organisationId"],
  ["overlaps", "workplace.organisationId"],
  ["worked-elsewhen", "workplace.fromDate"],
]);

/** Does what the page of one's own claim posted. It stands here because claiming reaches as far as the fee. */
export function runMyClaimAction(
  ctx: ActorContext,
  claimId: string,
  input: z.output<ReturnType<typeof myClaimForm>>,
): Answer {
  switch (input.intent) {
    case "claim": {
      const { hours: requestedMinutes, affidavitVersion, workplace } = input;
      const claim = { claimId, requestedMinutes, affidavitVersion, ...(workplace !== undefined && { workplace }) };
      return say(claimAndBill(ctx, claim), (claimed) => `You claimed ${formatClockHours(claimed.requestedMinutes)}.`);
    }
    case "take-back":
      return say(takeBack(ctx, claimId), () => "You took the claim back.");
    case "evaluation": {
      const { intent: _intent, ...answers } = input;
      return say(
        submitEvaluation(ctx, { claimId, answers }),
        () => "Thank you. Your answers are kept apart from your name.",
      );
    }
    case "request-correction": {
      const { hours = null, reason } = input;
      return say(requestCorrection(ctx, { claimId, minutes: hours, reason }), () =>
        hours === null ? "The registrar has your request." : `You asked for ${formatClockHours(hours)}.`,
      );
    }
    case "withdraw-correction":
      return say(withdrawCorrection(ctx, claimId), () => "Your request is withdrawn.");
  }
}

function say<Value>(outcome: Outcome<Value, ClaimRefusal>, words: (value: Value) => string): Answer {
  if (outcome.ok) return { ok: true, said: words(outcome.value) };
  return { ok: false, words: claimRefusalText(outcome), field: FIELDS.get(outcome.reason) };
}
