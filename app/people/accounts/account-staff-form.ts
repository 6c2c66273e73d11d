import { z } from "zod";

/** What staff have sent, or say, of somebody's account and address; nothing else is asked. */
export const sendResetForm = z.object({ intent: z.literal("send-reset") });
export const clearFaultForm = z.object({ intent: z.literal("clear-fault") });
