import { versionFields } from "~/platform/http/version-fields";
import { z } from "zod";
import { optionalLink, optionalText, requiredText, wholeNumber } from "~/platform/http/form-fields";

const fields = {
  name: requiredText("Enter the name.", 200),
  address: optionalText(300),
  directions: optionalText(500),
  mapLink: optionalLink,
  capacity: wholeNumber("Enter a number of people.", 1, 5000)
    .optional()
    .transform((count) => count ?? null),
};

/** A new place. */
export const newPlaceForm = z.object(fields);

/** Everything that the page of one place can post. */
export const placePageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save-place"), ...fields, ...versionFields }),
  z.object({ intent: z.literal("retire-place") }),
  z.object({ intent: z.literal("restore-place") }),
  z.object({ intent: z.literal("delete-place") }),
]);

export type PlaceInput = z.output<typeof newPlaceForm>;
