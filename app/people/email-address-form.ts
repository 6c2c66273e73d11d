import { z } from "zod";
import { emailField } from "./account-form";

const next = z.string().optional();

/** Keep the address, or take another. */
export const emailAddressForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("works"), next }),
  z.object({
    intent: z.literal("change"),
    email: emailField,
    password: z.string({ error: "Enter your password." }).max(200, "Use at most 200 characters."),
    next,
  }),
]);
