import { versionFields } from "~/platform/http/version-fields";
import { z } from "zod";
import { MAIL_CHOICES, OPTIONAL_CATEGORIES, type OptionalCategory } from "./message-category";

const choice = z.enum(MAIL_CHOICES, "Choose one of the three.").optional();

/** How the person wants each category; one that the page did not show stays as it is. */
export const mailPreferenceForm = z.object({
  ...(Object.fromEntries(OPTIONAL_CATEGORIES.map((category) => [category, choice])) as Record<
    OptionalCategory,
    typeof choice
  >),
  ...versionFields,
});
