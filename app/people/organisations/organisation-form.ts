import { z } from "zod";
import { ORGANISATION_KINDS } from "~/people/roles/role";

const optional = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest, `Use at most ${longest} characters.`)
    .optional()
    .transform((text) => text || null);

/** An organization as administrators enter it. */
export const organisationForm = z.object({
  name: z.string({ error: "Enter the name." }).trim().min(1, "Enter the name.").max(120, "Use at most 120 characters."),
  code: optional(10).pipe(
    z
      .string()
      .regex(/^[0-9A-Z]{5}$/, "A county-district code has five digits, such as 17401. Keep its zeros.")
      .nullable(),
  ),
  kind: z.enum(ORGANISATION_KINDS, "Choose what kind of organization it is."),
  county: optional(60),
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
