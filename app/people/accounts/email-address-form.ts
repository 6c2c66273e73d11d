import { z } from "zod";
import { emailField, passwordField } from "./account-form";

const next = z.string().optional();

/** Keep the address, or take another. */
export const emailAddressForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("works"), next }),
  z.object({
    intent: z.literal("change"),
    email: emailField,
    password: passwordField,
    next,
  }),
]);
