import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";
import { writtenFields } from "./written-fields";

/** What a template is called among those of its provider. */
export const templateNameField = requiredText("Give the template a name.", 80);

const template = { name: templateNameField, ...writtenFields };

/** A template that a coordinator adds for one of their providers. */
export const newTemplateForm = z.object({ providerId: z.string({ error: "Choose a provider." }).min(1), ...template });

/** A coordinator changes a template, or deletes it. */
export const templatePageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save"), ...template, ...versionFields }),
  z.object({ intent: z.literal("delete") }),
]);
