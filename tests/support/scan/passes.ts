import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { passMessage, writePass } from "~/attendance/scan/check-in-pass";
import type { PassKey } from "~/attendance/scan/pass-check";

/** Of a registration as ids are: UUIDv7. */
export const REGISTRATION = "0198c0de-7000-7abc-8def-0123456789ab";
export const OFFERING = "0198c0de-1111-7222-8333-444455556666";

/** A key for passes that no database keeps. */
export interface LooseKey extends PassKey {
  privateKey: KeyObject;
}

export function makePassKey(id: string): LooseKey {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  return { id, publicKey: publicKey.export({ format: "jwk" }).x!, privateKey };
}

/** A pass that this key made. */
export function passBy(key: LooseKey, { offeringId = OFFERING, registrationId = REGISTRATION } = {}): string {
  const claim = { keyId: key.id.slice(0, 8), offeringId, registrationId };
  return writePass(claim, sign(null, passMessage(claim), key.privateKey));
}
