import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";
import { TEMPLATE_KINDS } from "./template-kind";

const name = requiredText("Give the template a name.", 80);

/** What can be done with templates of offerings and courses. */
export const templateForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("keep"), kind: z.enum(TEMPLATE_KINDS), originalId: z.string().min(1), name }),
  z.object({ intent: z.literal("rename"), templateId: z.string().min(1), name }),
  z.object({ intent: z.literal("delete"), templateId: z.string().min(1) }),
]);
