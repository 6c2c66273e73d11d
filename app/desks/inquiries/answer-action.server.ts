import type { z } from "zod";
import type { ActorContext } from "~/platform/context";
import type { Outcome } from "~/platform/outcome";
import { correctAttendanceAndAnswer } from "./correct-attendance.server";
import { answerInquiry, endRegistrationAndAnswer } from "./inbox.server";
import type { InquiryRefusal } from "./inquiry";
import type { answerForm } from "./inquiry-form";

type Input = z.output<typeof answerForm> & { inquiryId: string };

/** What is said once it is done. */
export const ANSWERED: Record<Input["intent"], string> = {
  answer: "Answered, and told by mail.",
  "end-registration": "The registration is ended, and the person is told.",
  "correct-attendance": "The attendance is corrected, the hours are counted anew, and the person is told.",
};

/** Does what the page of an inquiry posted. */
export function runAnswer(ctx: ActorContext, input: Input): Outcome<{ id: string }, InquiryRefusal> {
  switch (input.intent) {
    case "answer":
      return answerInquiry(ctx, input);
    case "end-registration":
      return endRegistrationAndAnswer(ctx, input);
    case "correct-attendance":
      return correctAttendanceAndAnswer(ctx, input);
  }
}
