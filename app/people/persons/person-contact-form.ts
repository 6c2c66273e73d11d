import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";

const nonce = z.string().min(1).max(64);
/** For whose staff it is; left out where there is no choice. */
const providerId = z.string().optional();

/** What staff note about a person, and what they write to them. */
export const personContactForms = [
  z.object({
    intent: z.literal("add-note"),
    body: requiredText("Write the note.", 2000),
    providerId,
    nonce,
  }),
  z.object({ intent: z.literal("take-back-note"), noteId: z.string().min(1) }),
  z.object({
    intent: z.literal("write"),
    subject: requiredText("Enter a subject."),
    body: requiredText("Write the message.", 5000),
    providerId,
    nonce,
  }),
] as const;
