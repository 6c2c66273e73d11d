import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";

const fields = { awardId: z.string().min(1), reason: requiredText("Say why; the person reads it.", 500) };

/** Everything that the page of awards can post. */
export const awardPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("revoked"), ...fields }),
  z.object({ intent: z.literal("suspended"), ...fields }),
  z.object({ intent: z.literal("resumed"), ...fields }),
]);
