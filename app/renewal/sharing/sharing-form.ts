import { z } from "zod";

/** To whom somebody shows what their renewal takes, or no longer does. */
export const sharingForm = z.object({
  intent: z.enum(["share", "stop-sharing"]),
  organisation: z.string().min(1).max(64),
});
export type SharingForm = z.infer<typeof sharingForm>;
