import { z } from "zod";
import { DESIGNATION_CODES } from "~/catalog/courses/designation";
import { isPlainDate } from "~/platform/time/plain-date";

const date = z.string().refine(isPlainDate, "Enter a date that exists.").optional();

/** Which credits the transcript holds; without dates and designation, all. */
export const transcriptForm = z
  .object({ from: date, to: date, designation: z.enum(DESIGNATION_CODES).optional() })
  .refine(({ from, to }) => !from || !to || from <= to, {
    error: "The first day must not be after the last day.",
    path: ["to"],
  });
