import { z } from "zod";
import { documentParameters } from "~/documents/issuing/document-parameters";

/** The name under which a document's data is attached to its PDF. */
export const DATA_FILE = "hourbook-document.json";
export const DATA_FORMAT = "hourbook-document-1";

/** What is attached: the frozen parameters, signed with Ed25519 over their canonical JSON. */
export const signedData = z.object({
  format: z.literal(DATA_FORMAT),
  algorithm: z.literal("Ed25519"),
  keyId: z.string().min(1).max(64),
  /** Base64url. */
  signature: z.string().min(1).max(200),
  document: documentParameters,
});

/** A public key as it is published, and as `npm run verify` reads it. */
export const publishedKey = z.object({
  keyId: z.string(),
  provider: z.string(),
  /** X.509, PEM: checks the signature of the file. */
  certificate: z.string(),
  /** Ed25519, SPKI, PEM: checks the signature of the data inside. */
  publicKey: z.string(),
  usedFrom: z.iso.datetime(),
  /** Null while it is in use. */
  usedUntil: z.iso.datetime().nullable(),
});

export const publishedKeys = z.object({ keys: z.array(publishedKey) });
export type PublishedKey = z.infer<typeof publishedKey>;
export type SignedData = z.infer<typeof signedData>;
