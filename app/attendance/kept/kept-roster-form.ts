import { z } from "zod";

const device = z.string().regex(/^[0-9a-f]{32}$/);

/** A device keeps the roster of an offering, reads it anew, or takes it off. */
export const keptRosterForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("keep"), device, label: z.string().trim().min(1).max(60) }),
  z.object({ intent: z.literal("read"), device }),
  z.object({ intent: z.literal("forget"), device }),
]);
