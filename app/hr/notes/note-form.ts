import { z } from "zod";
import { requiredText } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";
import { holdsSocialSecurityNumber, NEVER_A_SOCIAL_SECURITY_NUMBER } from "~/platform/text/social-security-number";

/** So many characters a note has at most. */
const LONGEST = 4_000;

const body = requiredText("Write the note.", LONGEST).refine(
  (text) => !holdsSocialSecurityNumber(text),
  NEVER_A_SOCIAL_SECURITY_NUMBER,
);
const noteId = z.string().min(1).max(64);

/** What HR writes about somebody for its own district, changes, deletes and brings back. */
export const noteForms = [
  z.object({ intent: z.literal("add-note"), organisationId: z.string().min(1), body }),
  z.object({ intent: z.literal("change-note"), noteId, body, ...versionFields }),
  z.object({ intent: z.literal("delete-note"), noteId }),
  z.object({ intent: z.literal("restore-note"), noteId }),
] as const;

export type NoteForm = z.output<(typeof noteForms)[number]>;
