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

/** What staff can do with an inquiry: answer, or end the registration and say so. */
export const answerForm = z.object({ intent: z.enum(["answer", "end-registration"]), ...writing });
