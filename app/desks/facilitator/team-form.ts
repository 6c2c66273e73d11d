import { z } from "zod";
import { normalizeEmail } from "~/people/persons/name";
import { requiredText } from "~/platform/http/form-fields";

const email = z
  .string({ error: "Enter their email address." })
  .transform(normalizeEmail)
  .pipe(z.email("Enter an email address like name@example.org."));

/** Who takes attendance of an offering: another helper, one less, or a substitute for who teaches. */
export const teamForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), email }),
  z.object({ intent: z.literal("remove"), personId: z.string().min(1) }),
  z.object({
    intent: z.literal("hand-over"),
    instructorId: z.string({ error: "Choose who is replaced." }).min(1, "Choose who is replaced."),
    email,
    qualifications: z.string().trim().max(300, "Use at most 300 characters.").optional(),
    reason: requiredText("Say why; it stands on the record of the offering.", 500),
  }),
]);
