import { z } from "zod";
import { ORGANISATION_KINDS } from "~/people/roles/role";
import { optionalText, requiredText } from "~/platform/http/form-fields";

/** An organization as administrators enter it. */
export const organisationForm = z.object({
  name: requiredText("Enter the name."),
  code: optionalText(10).pipe(
    z
      .string()
      .regex(/^[0-9A-Z]{5}$/, "A county-district code has five digits, such as 17401. Keep its zeros.")
      .nullable(),
  ),
  kind: z.enum(ORGANISATION_KINDS, "Choose what kind of organization it is."),
  county: optionalText(60),
  cooperativeMember: z
    .string()
    .optional()
    .transform((value) => value === "on"),
});

/** One organization joins the clock-hours cooperative or leaves it. */
export const cooperativeForm = z.object({
  organisationId: z.string().min(1),
  member: z.enum(["yes", "no"]).transform((value) => value === "yes"),
});
