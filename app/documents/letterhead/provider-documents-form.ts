import { versionFields } from "~/platform/http/version-fields";
import { z } from "zod";
import { SIGNING_PURPOSES } from "~/platform/signing/signing-purpose";
import { IMAGE_KINDS } from "./image-kind";

/** As large as a seal or a signature ever needs to be; every document that shows it carries it. */
export const MAX_IMAGE_BYTES = 256 * 1024;

const line = (what: string) =>
  z
    .string({ error: `Enter ${what}.` })
    .trim()
    .min(1, `Enter ${what}.`)
    .max(200);

/** What an administrator changes about a provider's documents. */
export const providerDocumentsForm = z.discriminatedUnion("intent", [
  z.object({
    intent: z.literal("designee"),
    designeeName: line("the designee’s name"),
    designeeTitle: line("the designee’s title"),
    address: z.string().trim().max(300).optional(),
    ...versionFields,
  }),
  z.object({
    intent: z.literal("show-image"),
    kind: z.enum(IMAGE_KINDS),
    image: z.instanceof(File, { error: "Choose a file." }),
  }),
  z.object({ intent: z.literal("withdraw-image"), kind: z.enum(IMAGE_KINDS) }),
  z.object({ intent: z.literal("rotate-key"), purpose: z.enum(SIGNING_PURPOSES).default("documents") }),
]);

export type ProviderDocumentsInput = z.output<typeof providerDocumentsForm>;
