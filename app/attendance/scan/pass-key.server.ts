import { createPublicKey, type KeyObject, verify } from "node:crypto";
import type { Context } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { signBytes } from "~/platform/signing/data-signature.server";
import { getSigningKey, listPublicKeys } from "~/platform/signing/signing-key.server";
import type { KeyUse } from "~/platform/signing/signing-purpose";
import { type CheckInPass, PASS_KEY_LETTERS, passMessage, writePass } from "./check-in-pass";
import { asWebKey, keysNamed, type PassCheck, type PassKey } from "./pass-check";

/** The key with which a provider makes check-in passes: it signs nothing else. */
export const passKeyOf = ({ id, name }: KeyUse["owner"]): KeyUse => ({ owner: { id, name }, purpose: "passes" });

/** Public keys read from PEM, by the key's id: they never change. */
const read = new Map<string, PassKey>();

/** A provider's public keys for passes, retired ones among them: a pass that was printed stays good. */
export function listPassKeys(db: Reader, providerId: string): PassKey[] {
  return listPublicKeys(db, "passes", providerId).map(({ id, publicKey }) => {
    let key = read.get(id);
    if (!key) {
      const { x } = createPublicKey(publicKey).export({ format: "jwk" });
      read.set(id, (key = { id, publicKey: x! }));
    }
    return key;
  });
}

/** Checks a pass against a provider's public keys, as `checkPass` does, at once: within a transaction, perhaps. */
export function checkPassNow(pass: CheckInPass, keys: readonly PassKey[]): Exclude<PassCheck, "unchecked"> {
  const named = keysNamed(keys, pass);
  if (named.length === 0) return "unknown-key";
  return named.some((key) => verify(null, pass.signed, openKey(key), pass.signature)) ? "good" : "forged";
}

/** Keys made ready to check with, by what is public of them: a device may bring five hundred passes at once. */
const ready = new Map<string, KeyObject>();

function openKey(key: PassKey): KeyObject {
  let opened = ready.get(key.publicKey);
  if (!opened) ready.set(key.publicKey, (opened = createPublicKey({ key: asWebKey(key), format: "jwk" })));
  return opened;
}

/**
 * Makes the passes of registrations of one provider, in their order. The same registration gives the same pass for as long as the
 * provider's key is in use.
 * @throws UnopenableBox when another secret sealed the provider's key
 */
export async function makePasses(
  ctx: Context,
  provider: KeyUse["owner"],
  registrations: readonly { id: string; offeringId: string }[],
): Promise<string[]> {
  if (registrations.length === 0) return [];
  const key = await getSigningKey(ctx, passKeyOf(provider));
  return registrations.map(({ id: registrationId, offeringId }) => {
    const claim = { keyId: key.id.slice(0, PASS_KEY_LETTERS), offeringId, registrationId };
    return writePass(claim, signBytes(passMessage(claim), key));
  });
}
