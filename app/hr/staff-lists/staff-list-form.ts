import { z } from "zod";
import { LONGEST_EMPLOYEE_ID } from "~/people/affiliations/affiliation-limit";
import { ROLE_KINDS } from "~/people/roles/role";
import { STAFF_LIST_BYTES } from "~/platform/http/body-limit";
import { plainDate } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";
import { STAFF_COLUMN_CHOICES } from "~/hr/staff-lists/reading/staff-heads";

const organisationId = z.string().min(1).max(64);

const length = z.coerce
  .number("Enter a whole number.")
  .int("Enter a whole number.")
  .min(1, "Enter 1 or more.")
  .max(LONGEST_EMPLOYEE_ID, `Enter ${LONGEST_EMPLOYEE_ID} or less.`)
  .optional()
  .transform((digits) => digits ?? null);

/** How long a district's numbers are; left empty where zeros are never dropped. */
export const staffLengthsForm = z.object({
  intent: z.literal("lengths"),
  organisationId,
  employeeIdLength: length,
  schoolCodeLength: length,
  ...versionFields,
});

/** A staff list that is chosen. */
export const staffFileForm = z.object({
  intent: z.literal("read"),
  organisationId,
  file: z
    .instanceof(File, { error: "Choose a file." })
    .refine(({ size }) => size <= STAFF_LIST_BYTES, "This file is too large for a staff list."),
});

/** What the page of staff lists posts. */
export const staffListsForm = z.discriminatedUnion("intent", [staffFileForm, staffLengthsForm]);

/** Words for what people do that are asked for at once: more than a district has. */
export const MOST_WORDS = 300;

/** A word for what people do that stays unknown. */
export const UNSAID = "unsaid";

const version = z.coerce.number().int();
const affiliation = z.array(z.string().max(64)).max(200).optional();

/** What the page of one list posts: decisions about it, and what is done with it as a whole. */
export const staffListForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("meanings"),
    columns: z.array(z.enum(STAFF_COLUMN_CHOICES)).max(120),
    words: z.array(z.string().max(300)).max(MOST_WORDS).optional(),
    meanings: z
      .array(z.enum([...ROLE_KINDS, UNSAID]))
      .max(MOST_WORDS)
      .optional(),
  }),
  z.object({
    intent: z.literal("decide"),
    version,
    line: z.coerce.number().int(),
    who: z.string({ error: "Choose one of them." }).min(1, "Choose one of them.").max(64),
  }),
  z.object({
    intent: z.literal("end-missing"),
    version,
    affiliation,
    toDate: plainDate("Enter their last day."),
  }),
  z.object({ intent: z.literal("keep-missing"), version, affiliation }),
  z.object({ intent: z.literal("apply"), version, leaveOut: z.literal("on").optional() }),
  z.object({ intent: z.literal("drop") }),
  z.object({ intent: z.literal("stop") }),
  z.object({ intent: z.literal("undo") }),
]);

export type StaffListForm = z.output<typeof staffListForm>;
