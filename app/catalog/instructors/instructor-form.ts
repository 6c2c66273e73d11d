import { z } from "zod";
import { normalizeEmail } from "~/people/persons/name";
import { optionalText, requiredText } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";

const fields = {
  name: requiredText("Enter the name.", 120),
  email: z
    .string()
    .transform(normalizeEmail)
    .pipe(z.email("Enter an email address like name@example.org."))
    .optional()
    .transform((email) => email ?? null),
  qualifications: optionalText(300),
};

/** What a coordinator writes of an instructor. */
export const newInstructorForm = z.object({ providerId: z.string({ error: "Choose the provider." }), ...fields });

/** Everything that the page of one instructor can post. */
export const instructorPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save-instructor"), ...fields, ...versionFields }),
  z.object({ intent: z.literal("retire") }),
  z.object({ intent: z.literal("restore") }),
  z.object({ intent: z.literal("delete-instructor") }),
]);

export type InstructorInputFields = Pick<z.output<typeof newInstructorForm>, "name" | "email" | "qualifications">;
