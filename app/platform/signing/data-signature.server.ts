import { createPrivateKey, type KeyObject, sign, verify } from "node:crypto";
import { canonicalJson } from "~/platform/canonical-json";
import type { SigningKey } from "./signing-key.server";

const privateKeys = new Map<string, KeyObject>();

type DataKey = Pick<SigningKey, "id" | "dataPrivateKey">;

/** The key's Ed25519 signature over bytes. */
export function signBytes(bytes: Uint8Array, key: DataKey): Buffer {
  let privateKey = privateKeys.get(key.id);
  if (!privateKey) privateKeys.set(key.id, (privateKey = createPrivateKey(key.dataPrivateKey)));
  return sign(null, bytes, privateKey);
}

/** The key's Ed25519 signature over a value's canonical JSON, in base64url. */
export const signData = (value: unknown, key: DataKey): string =>
  signBytes(Buffer.from(canonicalJson(value)), key).toString("base64url");

/** Whether a signature in base64url is over this value by the private half of this public key (PEM). */
export function isDataSigned(value: unknown, signature: string, publicKey: string): boolean {
  return verify(null, Buffer.from(canonicalJson(value)), publicKey, Buffer.from(signature, "base64url"));
}
