import { type CheckInPass, PASS_KEY_LETTERS } from "./check-in-pass";

/** The public half of a key that makes passes. */
export interface PassKey {
  id: string;
  /** Ed25519, 32 bytes, base64url. */
  publicKey: string;
}

/**
 * What came of checking a pass: it is the provider's; it is not; the key that it names is not at hand; or this browser cannot check.
 */
export type PassCheck = "good" | "forged" | "unknown-key" | "unchecked";

/** The keys at hand that a pass may have been made with. */
export const keysNamed = (keys: readonly PassKey[], pass: Pick<CheckInPass, "keyId">): PassKey[] =>
  keys.filter(({ id }) => id.slice(0, PASS_KEY_LETTERS) === pass.keyId);

/** A public key as a JSON Web Key. */
export const asWebKey = ({ publicKey }: PassKey) => ({ kty: "OKP", crv: "Ed25519", x: publicKey }) as const;

/** Checks a pass against a provider's public keys, retired ones among them; needs no network. */
export async function checkPass(pass: CheckInPass, keys: readonly PassKey[]): Promise<PassCheck> {
  const named = keysNamed(keys, pass);
  if (named.length === 0) return "unknown-key";
  const { subtle } = globalThis.crypto;
  try {
    for (const key of named) {
      const read = await subtle.importKey("jwk", asWebKey(key), { name: "Ed25519" }, false, ["verify"]);
      if (await subtle.verify({ name: "Ed25519" }, read, pass.signature, pass.signed)) return "good";
    }
    return "forged";
  } catch {
    // A browser that does not know Ed25519 yet; the server checks the pass when the mark arrives.
    return "unchecked";
  }
}
