import { createHmac } from "node:crypto";

/** Begins a secret, as Standard Webhooks has it. */
const PREFIX = "whsec_";

/** A secret to sign messages with, of some random bytes. */
export const webhookSecretOf = (bytes: Buffer): string => PREFIX + bytes.toString("base64");

/**
 * The headers by which a receiver knows a message as ours and as new (Standard Webhooks 1.0): an HMAC-SHA256 over id, time
 * and body.
 * @param at epoch milliseconds
 */
export function signedHeaders(secret: string, { id, at, body }: { id: string; at: number; body: string }) {
  const timestamp = String(Math.floor(at / 1_000));
  const key = Buffer.from(secret.slice(PREFIX.length), "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": `v1,${signature}` };
}
