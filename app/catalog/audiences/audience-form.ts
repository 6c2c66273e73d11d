import { z } from "zod";
import { ROLE_KINDS } from "~/people/roles/role";
import { requiredText } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";

const fields = {
  name: requiredText("Enter the name.", 80),
  roleKinds: z.array(z.enum(ROLE_KINDS)).min(1, "Choose at least one kind of work."),
};
const code = z.string().min(1);

/** Everything that the list of audiences can post. */
export const audiencesForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add-audience"), ...fields }),
  z.object({ intent: z.literal("move-up"), code }),
  z.object({ intent: z.literal("move-down"), code }),
]);

/** Everything that the page of one audience can post. */
export const audienceForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save-audience"), ...fields, ...versionFields }),
  z.object({ intent: z.literal("retire") }),
  z.object({ intent: z.literal("restore") }),
  z.object({ intent: z.literal("delete-audience") }),
]);
