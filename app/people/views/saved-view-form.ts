import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";

/** A page of this site, to go back to. */
const back = z.string().max(2000).optional();

/** What can be done with a view of a list. */
export const savedViewForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("save"),
    list: z.string().min(1).max(60),
    query: z.string().max(2000).default(""),
    name: requiredText("Give the view a name.", 60),
    first: z.literal("on").optional(),
    back,
  }),
  z.object({ intent: z.enum(["delete", "first", "not-first"]), viewId: z.string().min(1), back }),
]);
