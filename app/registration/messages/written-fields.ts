import { z } from "zod";
import { listUnknownPlaceholders, unknownPlaceholderInWords } from "./placeholder";

/** A text with placeholders: those that stand for nothing are refused. */
const written = (message: string, longest: number) =>
  z
    .string({ error: message })
    .trim()
    .min(3, message)
    .max(longest, `Use at most ${longest} characters.`)
    .superRefine((text, ctx) => {
      const unknown = listUnknownPlaceholders(text);
      if (unknown.length > 0) ctx.addIssue({ code: "custom", message: unknownPlaceholderInWords(unknown) });
    });

/** The subject and the text of what staff write to the people of an offering. */
export const writtenFields = {
  subject: written("Enter a subject.", 120),
  body: written("Write the message.", 5000),
};
