import { z } from "zod";
import type { BadgeFileCheck, BadgeProblem, BadgeWords } from "./badge-check";
import { BADGES_CONTEXT, CREDENTIALS_CONTEXT } from "./badge";
import { isPng, unbakePng, unbakeSvg } from "./baking.server";
import { type DidDocument, didOfKey, documentsOf, isSigned } from "./linked-data.server";

const LONGEST = 1_000_000;
const DEEPEST = 40;

/** As much of a credential as has to be there to say what it is; everything else is only signed or not. */
const credentialSchema = z.looseObject({
  "@context": z.array(z.unknown()).min(1),
  id: z.string().max(2_000),
  type: z.array(z.string()),
  name: z.string().max(500).optional(),
  issuer: z.union([z.string(), z.looseObject({ id: z.string(), name: z.string().max(500).optional() })]),
  validFrom: z.iso.datetime({ offset: true }).optional(),
  validUntil: z.iso.datetime({ offset: true }).optional(),
  credentialSubject: z.looseObject({ achievement: z.looseObject({ name: z.string().max(500) }).optional() }),
  proof: z.looseObject({ cryptosuite: z.string(), verificationMethod: z.string() }),
});
type Credential = z.infer<typeof credentialSchema>;

/**
 * Checks a badge (JSON, baked SVG or baked PNG) with the keys of this site's issuers alone. Nothing is fetched: another
 * issuer's badge is checked only where its key is inside it.
 */
export async function checkBadgeFile(bytes: Buffer, issuers: readonly DidDocument[]): Promise<BadgeFileCheck> {
  const text = readInside(bytes);
  if (text === null) return { verdict: "unknown", problems: ["no-badge"], words: null, credential: null };
  const credential = parse(text);
  if (!credential) return { verdict: "unknown", problems: ["not-a-credential"], words: null, credential: null };
  const words = wordsOf(credential);
  const refuse = (verdict: BadgeFileCheck["verdict"], problem: BadgeProblem) => ({
    verdict,
    problems: [problem],
    words,
    credential: null,
  });
  const issuerId = idOf(credential.issuer);
  const ours = issuers.find(({ id }) => id === issuerId);
  const known = ours ?? didOfKey(issuerId);
  if (!known) return refuse("foreign", "foreign-key-elsewhere");
  const hasOnlyKnown = credential["@context"].every((each) => each === CREDENTIALS_CONTEXT || each === BADGES_CONTEXT);
  if (!hasOnlyKnown) return refuse(ours ? "altered" : "foreign", "unknown-context");
  const holds = await isSigned(credential, documentsOf([known]));
  if (!ours) return refuse("foreign", holds ? "foreign-signature-holds" : "foreign-signature-fails");
  return holds
    ? { verdict: "signed", problems: [], words, credential: JSON.stringify(credential) }
    : refuse("altered", "not-signed-by-issuer");
}

const idOf = (issuer: Credential["issuer"]) => (typeof issuer === "string" ? issuer : issuer.id);

function wordsOf({ id, name, issuer, credentialSubject, validFrom, validUntil }: Credential): BadgeWords {
  return {
    id,
    title: name ?? credentialSubject.achievement?.name ?? "",
    issuer: (typeof issuer === "string" ? undefined : issuer.name) ?? idOf(issuer),
    validFrom: validFrom ?? null,
    validUntil: validUntil ?? null,
  };
}

/** The text inside a file that may be a badge; null for anything else. */
function readInside(bytes: Buffer): string | null {
  if (isPng(bytes)) return unbakePng(bytes);
  const text = decode(bytes)?.trim() ?? "";
  if (text.startsWith("{")) return text;
  return text.startsWith("<") ? unbakeSvg(text) : null;
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parse(text: string): Credential | null {
  if (text.length > LONGEST) return null;
  try {
    const parsed: unknown = JSON.parse(text);
    if (depthOf(parsed) > DEEPEST) return null;
    const read = credentialSchema.safeParse(parsed);
    // As it came: what was signed is every value, known here or not.
    return read.success && read.data.type.includes("OpenBadgeCredential") ? (parsed as Credential) : null;
  } catch {
    return null;
  }
}

/** How deep values stand in one another, as far as it matters. */
function depthOf(value: unknown, depth = 0): number {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return depth;
  return Math.max(depth, ...Object.values(value).map((inner) => depthOf(inner, depth + 1)));
}
