import { z } from "zod";

const why = z.string().trim().min(3, "Say why, in a few words.").max(300, "Use at most 300 characters.");
const ids = z.array(z.string().min(1).max(64)).min(1, "Choose at least one mark.").max(500);

/** What can be said of marks that wait, and of the devices that keep a roster. */
export const inboxForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.enum(["count", "leave-out"]),
    ids,
    why: z.string({ error: "Say why." }).pipe(why),
    /** Where the session of a mark is gone: the one that it is about. */
    sessionId: z.string().max(64).optional(),
  }),
  z.object({ intent: z.literal("take-up"), heldId: z.string().min(1).max(64) }),
  z.object({ intent: z.literal("remove-device"), keptId: z.string().min(1).max(64) }),
]);
