import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";
import { INQUIRY_KINDS, LONGEST_INQUIRY } from "./inquiry";

const writing = {
  body: requiredText("Write something.", LONGEST_INQUIRY),
  nonce: z.string().min(1).max(60),
};

/** A new inquiry. */
export const askForm = z.object({ kind: z.enum(INQUIRY_KINDS), offeringId: z.string().min(1), ...writing });

/** What who asked can do with an inquiry. */
export const myInquiryForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), ...writing }),
  z.object({ intent: z.literal("take-back") }),
]);

const wallTime = (message: string) => z.string({ error: message }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, message);

/** What staff can do with an inquiry: answer, end the registration and say so, or correct the attendance and say so. */
export const answerForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("answer"), ...writing }),
  z.object({ intent: z.literal("end-registration"), ...writing }),
  z.object({
    intent: z.literal("correct-attendance"),
    sessionId: z.string({ error: "Choose the session." }).min(1, "Choose the session.").max(64),
    from: wallTime("Enter when they came, like 08:30."),
    until: wallTime("Enter when they left, like 16:00."),
    ...writing,
  }),
]);
