import { z } from "zod";
import { isPlainDate } from "~/platform/time/plain-date";
import { EXPORT_FORMATS } from "./layouts/export-layout";
import { MOST_CHOSEN } from "./making/export-order";

const date = z.string().refine(isPlainDate, "Enter a date that exists.").optional();

const people = z.preprocess(
  (value: unknown): unknown => (value === undefined || Array.isArray(value) ? value : [value]),
  z.array(z.string().max(40)).max(MOST_CHOSEN).optional(),
);

/**
 * What to export: whose people, which completion dates, whether to leave out what was exported before (S4), whom alone, and how
 * the file is written.
 */
export const exportForm = z
  .object({
    organisationId: z.string({ error: "Choose an organization." }),
    from: date,
    to: date,
    onlyNew: z.stringbool().optional(),
    person: people,
    format: z.enum(EXPORT_FORMATS, "Choose what kind of file.").optional(),
    layoutId: z.string().max(40).optional(),
  })
  .refine(({ from, to }) => !from || !to || from <= to, {
    error: "The first day must not be after the last day.",
    path: ["to"],
  });

/** What the page of one export can post. */
export const exportRunForm = z.object({ intent: z.literal("stop") });
