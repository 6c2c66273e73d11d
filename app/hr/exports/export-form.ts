import { z } from "zod";
import { isPlainDate } from "~/platform/time/plain-date";

const date = z.string().refine(isPlainDate, "Enter a date that exists.").optional();

/** What to export: whose people, which completion dates, and whether to leave out what was exported before (S4). */
export const exportForm = z
  .object({
    organisationId: z.string({ error: "Choose an organization." }),
    from: date,
    to: date,
    onlyNew: z.stringbool().optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    error: "The first day must not be after the last day.",
    path: ["to"],
  });
