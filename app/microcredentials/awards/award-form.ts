import { z } from "zod";
import { plainDate, requiredText } from "~/platform/http/form-fields";

const fields = {
  awardId: z.string().min(1),
  reason: requiredText("Say why; the person reads it, and so does whoever checks the badge.", 500),
};

/** Everything that the page of awards can post. */
export const awardPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("revoked"), ...fields }),
  z.object({ intent: z.literal("suspended"), ...fields }),
  z.object({ intent: z.literal("resumed"), ...fields }),
  z.object({
    intent: z.literal("replaced"),
    ...fields,
    awardedOn: plainDate("Enter the date of the award.").optional(),
  }),
]);
