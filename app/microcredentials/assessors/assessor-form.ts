import { z } from "zod";
import { normalizeEmail } from "~/people/persons/name";
import { requiredText } from "~/platform/http/form-fields";

/** How a choice says "all of this provider's". */
const ALL = "all:";

/** The choice of all that a provider has or will have. */
export const allOf = (providerId: string): string => `${ALL}${providerId}`;

/** What was chosen: providers of which all is meant, and single micro-credentials. */
export function readChosen(chosen: readonly string[]): { providerIds: string[]; microcredentialIds: string[] } {
  const all = chosen.filter((each) => each.startsWith(ALL)).map((each) => each.slice(ALL.length));
  return { providerIds: all, microcredentialIds: chosen.filter((each) => !each.startsWith(ALL)) };
}

/** Naming an assessor. */
export const newAssessorForm = z.object({
  email: z
    .string({ error: "Enter their email address." })
    .transform(normalizeEmail)
    .pipe(z.email("Enter an email address like name@example.org.")),
  scopes: z.array(z.string()).max(100, "Choose at most 100.").default([]),
});

const words = z.string().trim().max(500, "Use at most 500 characters.").default("");
/** The state that the page showed: what somebody else has done meanwhile is not undone unseen. */
const shown = z.string().min(1);

/** Everything that the page of an assessor can post. */
export const assessorPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("admit"), shown, reason: words }),
  z.object({ intent: z.literal("not-yet"), shown, reason: requiredText("Say what they should look at.", 500) }),
  z.object({ intent: z.literal("recalibrate"), shown, reason: requiredText("Say why.", 500) }),
  z.object({ intent: z.literal("stop"), shown, reason: words }),
  z.object({ intent: z.literal("resume"), shown, reason: words }),
]);
