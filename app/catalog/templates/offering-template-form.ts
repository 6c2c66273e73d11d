import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";

const name = requiredText("Give the template a name.", 80);

/** What can be done with templates of offerings. */
export const offeringTemplateForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("keep"), offeringId: z.string().min(1), name }),
  z.object({ intent: z.literal("rename"), templateId: z.string().min(1), name }),
  z.object({ intent: z.literal("delete"), templateId: z.string().min(1) }),
]);
