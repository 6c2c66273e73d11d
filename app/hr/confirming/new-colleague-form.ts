import { z } from "zod";
import { affiliationForm } from "~/people/affiliations/affiliation-form";

/** Somebody whom HR names as theirs, and since when. */
export const newColleagueForm = affiliationForm.safeExtend({
  who: z
    .string({ error: "Enter the email address or the certificate number." })
    .trim()
    .min(3, "Enter the email address or the certificate number.")
    .max(254, "This is too long."),
});
