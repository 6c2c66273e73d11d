import { z } from "zod";

/** Which document of a credit is wanted. */
export const creditDocumentsForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("certificate") }),
  z.object({
    intent: z.literal("registration-form"),
    address: z.string().trim().max(300, "Write the address with at most 300 characters.").optional(),
  }),
]);
