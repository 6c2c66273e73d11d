import { z } from "zod";

const reason = z
  .string({ error: "Say why; everyone who is affected reads it." })
  .trim()
  .min(3, "Say why, in a few words.")
  .max(500, "Use at most 500 characters.");

const toOfferingId = z.string({ error: "Choose the dates." }).min(1, "Choose the dates.");

const one = { registrationId: z.string().min(1), reason };

/** Registrations that were ticked in the list, or everything that it shows. */
const chosen = {
  registration: z.array(z.string().min(1)).max(5000).optional(),
  matching: z.literal("1").optional(),
};

/** What a coordinator can do with the people of an offering: with one, with those that are chosen, or with all without an account. */
export const offeringPeopleForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("invite-again") }),
  z.object({ intent: z.enum(["withdraw", "give-seat", "reinstate"]), ...one }),
  z.object({ intent: z.literal("transfer"), ...one, toOfferingId }),
  z.object({ intent: z.enum(["write", "invite-chosen"]), ...chosen }),
  z.object({ intent: z.literal("withdraw-chosen"), ...chosen, reason }),
  z.object({ intent: z.literal("transfer-chosen"), ...chosen, reason, toOfferingId }),
]);

export type OfferingPeopleForm = z.infer<typeof offeringPeopleForm>;
