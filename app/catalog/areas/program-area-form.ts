import { versionFields } from "~/platform/http/version-fields";
import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";

const name = requiredText("Enter the name.", 80);
const code = z.string().min(1);

/** Everything that the list of program areas can post. */
export const programAreasForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add-area"), name }),
  z.object({ intent: z.literal("move-up"), code }),
  z.object({ intent: z.literal("move-down"), code }),
]);

/** Everything that the page of one program area can post. */
export const programAreaForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("rename"), name, ...versionFields }),
  z.object({ intent: z.literal("retire") }),
  z.object({ intent: z.literal("restore") }),
  z.object({ intent: z.literal("delete-area") }),
]);
