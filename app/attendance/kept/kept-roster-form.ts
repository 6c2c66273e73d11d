import { z } from "zod";

/** The random id by which a device is known. */
export const deviceId = z.string().regex(/^[0-9a-f]{32}$/);

/**
 * What the post of signing out tells of the device that keeps rosters: which it is, and how many marks stay on it, sealed (null: its
 * scripts did not say). Nobody is kept signed in by what is wrong in it.
 */
export const leavingForm = z.object({
  device: deviceId.optional().catch(undefined),
  unsent: z.coerce.number().int().min(0).max(100_000).nullable().catch(null),
});

/** A device keeps the roster of an offering, reads it anew, or takes it off. */
export const keptRosterForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("keep"), device: deviceId, label: z.string().trim().min(1).max(60) }),
  z.object({ intent: z.literal("read"), device: deviceId }),
  z.object({ intent: z.literal("forget"), device: deviceId }),
]);
