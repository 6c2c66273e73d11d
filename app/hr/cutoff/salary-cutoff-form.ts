import { versionFields } from "~/platform/http/version-fields";
import { z } from "zod";

/** S2: the days on which districts of the region end their salary year. */
export const CUTOFF_OPTIONS = [
  { value: "09-30", label: "September 30" },
  { value: "10-01", label: "October 1" },
] as const;

export const salaryCutoffForm = z.object({
  organisationId: z.string().min(1),
  monthDay: z.enum(CUTOFF_OPTIONS.map(({ value }) => value) as ["09-30", "10-01"], "Choose one of the two days."),
  ...versionFields,
});
