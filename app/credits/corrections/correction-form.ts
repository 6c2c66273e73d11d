import { z } from "zod";
import { hoursField } from "~/credits/claims/claim-form";

const reason = (message: string) =>
  z.string({ error: message }).trim().min(10, message).max(500, "Use at most 500 characters.");

/** The educator asks for a correction. */
export const correctionRequestForm = z.object({
  intent: z.literal("request-correction"),
  hours: hoursField("Say how many hours are right.").optional(),
  reason: reason("Say what is wrong, so that the registrar can check it."),
});

export const withdrawCorrectionForm = z.object({ intent: z.literal("withdraw-correction") });

/** The registrar corrects a credit; 0 takes every hour away. */
export const correctionForm = z.object({
  intent: z.literal("correct"),
  hours: hoursField("Say how many hours should stand.", 0),
  reason: reason("Say why: the person and their district read it."),
});

export const declineCorrectionForm = z.object({
  intent: z.literal("decline-correction"),
  requestId: z.string().min(1),
  answer: reason("Say why the hours stay as they are."),
});
