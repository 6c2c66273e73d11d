import { z } from "zod";

/** Which row that could not be processed is tried again. */
export const tryAgainForm = z.object({
  intent: z.literal("try-again"),
  kind: z.string().min(1).max(60),
  rowId: z.string().min(1).max(200),
});
