import { z } from "zod";
import { plainDate } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";

/** Since when somebody has the degree on which their pay rests; empty where no day is known. */
export const degreeForm = z.object({
  intent: z.literal("degree"),
  organisationId: z.string().min(1),
  degreeOn: plainDate("Enter a date that exists.")
    .optional()
    .transform((date) => date ?? null),
  ...versionFields,
});
