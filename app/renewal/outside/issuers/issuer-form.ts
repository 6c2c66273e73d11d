import { z } from "zod";
import { type PublishedKey, publishedKeys } from "~/documents/signing/signed-data";
import { requiredText } from "~/platform/http/form-fields";
import { versionFields } from "~/platform/http/version-fields";

const NO_LIST = "This is no list of keys. Copy the whole text that the issuer’s address shows, from { to }.";

/** The text of a published list of keys, as it is copied from /.well-known/hourbook-keys.json of another Hourbook. */
const keys = z
  .string({ error: "Paste the issuer’s list of keys." })
  .trim()
  .min(1, "Paste the issuer’s list of keys.")
  .max(200_000, NO_LIST)
  .transform((text, ctx): PublishedKey[] => {
    const found = readKeys(text);
    if (found.length === 0) ctx.addIssue({ code: "custom", message: NO_LIST });
    return found;
  });

function readKeys(text: string): PublishedKey[] {
  try {
    return publishedKeys.parse(JSON.parse(text)).keys;
  } catch {
    return [];
  }
}

const fields = {
  name: requiredText("Enter who runs that Hourbook.", 120),
  note: requiredText("Say from where you have the keys, and who told you that they are right.", 500),
};

/** A new trusted issuer. */
export const newIssuerForm = z.object({ ...fields, keys });

/** Everything that the page of one issuer can post. */
export const issuerPageForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("save-issuer"), ...fields, ...versionFields }),
  z.object({ intent: z.literal("add-keys"), keys }),
  z.object({ intent: z.literal("revoke-issuer"), reason: requiredText("Say why.", 500) }),
  z.object({ intent: z.enum(["restore-issuer", "delete-issuer"]) }),
]);
