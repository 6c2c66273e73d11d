import { z } from "zod";
import { versionFields } from "~/platform/http/version-fields";
import { requiredText } from "~/platform/http/form-fields";
import { DESIGNATION_CODES } from "./designation";

const LONGEST_OBJECTIVE = 300;

/** A text of several lines as a list, blank lines left out. */
const lines = z
  .string({ error: "Write at least one objective." })
  .transform((all) =>
    all
      .split(/\r?\n/)
      .map((line) => line.replace(/^[\s•*-]+/, "").trim())
      .filter((line) => line !== ""),
  )
  .pipe(
    z
      .array(z.string().max(LONGEST_OBJECTIVE, `Use at most ${LONGEST_OBJECTIVE} characters for each objective.`))
      .min(1, "Write at least one objective.")
      .max(20, "Write at most 20 objectives."),
  );

export const courseForm = z.object({
  intent: z.literal("save"),
  ...versionFields,
  /** Why, where what a committee approved of an offering is changed. */
  reason: z.string().trim().max(500, "Use at most 500 characters.").optional(),
  providerId: z.string({ error: "Choose the provider." }),
  programArea: requiredText("Choose a program area.", 40),
  title: requiredText("Enter the title.", 160),
  summary: requiredText("Sum the course up in one sentence.", 200),
  description: requiredText("Describe the course.", 5000),
  objectives: lines,
  standards: requiredText("Name the standards that it serves.", 500),
  designations: z.array(z.enum(DESIGNATION_CODES)).default([]),
  audiences: z.array(z.string()).max(40).min(1, "Choose at least one audience."),
  prerequisites: z.array(z.string()).max(10, "Choose at most 10 courses.").default([]),
});

/** Everything that the course page can post. */
export const coursePageForm = z.discriminatedUnion("intent", [
  courseForm,
  z.object({ intent: z.literal("publish") }),
  z.object({ intent: z.literal("archive") }),
  z.object({ intent: z.literal("delete") }),
]);
