import { z } from "zod";
import { normalizeEmail } from "~/people/persons/name";
import { optionalText } from "~/platform/http/form-fields";

/** The fields for whom people ask, of a provider and of an offering. */
export const contactFields = {
  contactName: optionalText(120),
  contactEmail: z
    .string()
    .transform(normalizeEmail)
    .pipe(z.email("Enter an email address like name@example.org.").max(254))
    .optional()
    .transform((text) => text ?? null),
  contactPhone: optionalText(40),
};
