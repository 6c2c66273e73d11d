import { z } from "zod";
import type { ActorContext } from "~/platform/context";
import { formatClockHours } from "~/platform/format";
import { ok, type Outcome } from "~/platform/outcome";
import { submitEvaluation } from "./claim.server";
import { claimForm, claimWithWorkplaceForm, evaluationForm } from "./claim-form";
import { correctionRequestForm, withdrawCorrectionForm } from "~/credits/corrections/correction-form";
import { requestCorrection, withdrawCorrection } from "~/credits/corrections/correction-request.server";
import type { ClaimRefusal } from "./refusal";

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

type Input = Exclude<z.output<ReturnType<typeof myClaimForm>>, { intent: "claim" | "take-back" }>;

/**
 * Does what the page posted, except claiming and taking back, which move a fee and so belong to billing.
 * @returns what to tell the person
 */
export function runMyClaimAction(ctx: ActorContext, claimId: string, input: Input): Outcome<string, ClaimRefusal> {
  switch (input.intent) {
    case "evaluation": {
      const { intent: _intent, ...answers } = input;
      const outcome = submitEvaluation(ctx, { claimId, answers: answers });
      return outcome.ok ? ok("Thank you. Your answers are kept apart from your name.") : outcome;
    }
    case "request-correction": {
      const { hours = null, reason } = input;
      const outcome = requestCorrection(ctx, { claimId, minutes: hours, reason });
      if (!outcome.ok) return outcome;
      return ok(hours === null ? "The registrar has your request." : `You asked for ${formatClockHours(hours)}.`);
    }
    case "withdraw-correction": {
      const outcome = withdrawCorrection(ctx, claimId);
      return outcome.ok ? ok("Your request is withdrawn.") : outcome;
    }
  }
}
