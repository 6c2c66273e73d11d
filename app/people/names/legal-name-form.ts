import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";
import { LONGEST_FULL_NAME, LONGEST_NAME } from "./name-limit";

const part = (longest: number) => z.string().trim().max(longest, `Use at most ${longest} characters.`);

/** A legal name in two parts. Whoever has one name only has it as the last one, and the first is empty. */
export const legalNameFields = {
  legalFirst: part(LONGEST_NAME)
    .optional()
    .transform((text) => text ?? ""),
  legalLast: requiredText("Enter the last name. Whoever has one name only writes it here.", LONGEST_NAME),
};

/** A whole name in one piece, such as a former one. */
export const wholeNameField = (message: string) => requiredText(message, LONGEST_FULL_NAME);
