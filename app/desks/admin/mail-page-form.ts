import { z } from "zod";
import { resendForm } from "~/messages/outbox/resend-form";
import { ALARM_TOPICS } from "~/platform/mail/mail-alarm";

/** What an administrator does with all mail: sees to an alarm, or sends again what was given up. */
export const mailPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("dismiss-alarm"), topic: z.enum(ALARM_TOPICS) }),
  resendForm.extend({ intent: z.literal("resend-all") }),
]);
