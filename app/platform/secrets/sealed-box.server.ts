import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const SALT = 16;
const NONCE = 12;
const TAG = 16;

/** Something sealed that this secret does not open: another secret sealed it, or it was changed. */
export class UnopenableBox extends Error {}

/** Encrypts and authenticates (AES-256-GCM) with a key drawn from the secret. `label` must be said again to open it. */
export function seal(plain: string, secret: string, label: string): Buffer {
  const salt = randomBytes(SALT);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", drawKey(secret, salt), nonce).setAAD(Buffer.from(label));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([salt, nonce, cipher.getAuthTag(), body]);
}

/**
 * Opens what `seal` sealed under the same label.
 * @throws UnopenableBox
 */
export function open(box: Buffer, secret: string, label: string): string {
  const [salt, nonce, tag, body] = [
    box.subarray(0, SALT),
    box.subarray(SALT, SALT + NONCE),
    box.subarray(SALT + NONCE, SALT + NONCE + TAG),
    box.subarray(SALT + NONCE + TAG),
  ];
  try {
    const cipher = createDecipheriv("aes-256-gcm", drawKey(secret, salt), nonce).setAAD(Buffer.from(label));
    return cipher.setAuthTag(tag).update(body, undefined, "utf8") + cipher.final("utf8");
  } catch {
    throw new UnopenableBox(`What is sealed as ${label} does not open with this secret.`);
  }
}

const drawKey = (secret: string, salt: Buffer) =>
  Buffer.from(hkdfSync("sha256", secret, salt, "hourbook sealed box", 32));
