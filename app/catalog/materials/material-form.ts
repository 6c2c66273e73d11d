import { z } from "zod";
import { optionalLink, optionalText, requiredText } from "~/platform/http/form-fields";
import { MATERIAL_AUDIENCES } from "./material-audience";

/** How long a title may be; files that are downloaded are named by it. */
const LONGEST_TITLE = 120;

const title = requiredText("Enter a title.", LONGEST_TITLE);
const audience = z.enum(MATERIAL_AUDIENCES, "Choose for whom it is.");
const file = z.instanceof(File, { error: "Choose a file." });
const materialId = z.string().min(1).max(64);

/** Everything that the page of an offering's materials can post. */
export const materialsForm = z.discriminatedUnion("intent", [
  /** Without a title, it has the file's name. */
  z.object({ intent: z.literal("add-file"), title: optionalText(LONGEST_TITLE), audience, file }),
  z.object({
    intent: z.literal("add-link"),
    title,
    audience,
    link: optionalLink.refine((url) => url !== null, "Enter a web address that begins with https://."),
  }),
  z.object({ intent: z.literal("change"), materialId, title, audience, link: optionalLink }),
  z.object({ intent: z.literal("replace"), materialId, file }),
  z.object({ intent: z.enum(["take-away", "move-up"]), materialId }),
]);

export type MaterialsForm = z.output<typeof materialsForm>;
