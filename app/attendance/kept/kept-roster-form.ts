import { z } from "zod";

const device = z.string().regex(/^[0-9a-f]{32}$/);

/**
 * What the post of signing out tells of the device that keeps rosters: which it is, and how many marks stay on it, sealed. Nobody is kept
 * signed in by what is wrong in it.
 */
export const leavingForm = z.object({
  device: device.optional().catch(undefined),
  unsent: z.coerce.number().int().min(0).max(100_000).catch(0),
});

/** A device keeps the roster of an offering, reads it anew, or takes it off. */
export const keptRosterForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("keep"), device, label: z.string().trim().min(1).max(60) }),
  z.object({ intent: z.literal("read"), device }),
  z.object({ intent: z.literal("forget"), device }),
]);
