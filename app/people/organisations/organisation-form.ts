import { versionFields } from "~/platform/http/version-fields";
import { z } from "zod";
import { normalizeEmail } from "~/people/persons/name";
import { ORGANISATION_KINDS } from "~/people/roles/role";
import { optionalText, plainDate, requiredText } from "~/platform/http/form-fields";

/** An organization as administrators enter it. */
export const organisationForm = z.object({
  intent: z.literal("save"),
  name: requiredText("Enter the name."),
  code: optionalText(10).pipe(
    z
      .string()
      .regex(/^[0-9A-Z]{5}$/, "A county-district code has five digits, such as 17401. Keep its zeros.")
      .nullable(),
  ),
  kind: z.enum(ORGANISATION_KINDS, "Choose what kind of organization it is."),
  county: optionalText(60),
  billingName: optionalText(120),
  billingEmail: z
    .string()
    .transform(normalizeEmail)
    .pipe(z.email("Enter an email address like name@example.org.").max(254))
    .optional()
    .transform((text) => text ?? null),
  billingAddress: optionalText(300),
});

/** Everything that the page of an organization can post. */
export const organisationPageForm = z.discriminatedUnion("intent", [
  organisationForm.extend(versionFields),
  z.object({ intent: z.literal("delete-organization") }),
]);

/** Organizations that join the clock-hours cooperative from a day on, or whose membership ends with a day. */
export const membershipForm = z.object({
  change: z.enum(["join", "end"], "Choose what changes."),
  date: plainDate("Enter the day."),
  organisation: z.array(z.string()).min(1, "Choose at least one organization.").max(500),
});

export type MembershipForm = z.output<typeof membershipForm>;
