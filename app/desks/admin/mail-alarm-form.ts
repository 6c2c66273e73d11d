import { z } from "zod";
import { ALARM_TOPICS } from "~/platform/mail/mail-alarm";

/** Which alarm about mail an administrator has seen to. */
export const mailAlarmForm = z.object({
  intent: z.literal("dismiss-alarm"),
  topic: z.enum(ALARM_TOPICS),
});
