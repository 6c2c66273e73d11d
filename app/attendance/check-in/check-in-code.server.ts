import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { CODE_ALPHABET } from "~/platform/secrets/codes.server";

/** How long one code of a session stands on the screen. */
export const CODE_LASTS_MS = 60_000;

const LENGTH = 6;

/** A secret for one session's codes: 256 random bits. */
export const newCheckInSecret = (): string => randomBytes(32).toString("base64url");

/**
 * The code of a session at an instant: HMAC-SHA256 of the minute's number, big-endian in eight bytes, its first eight
 * bytes written in the look-alike-free alphabet. Six characters are one of 148 million.
 */
export function checkInCodeAt(secret: string, now: number): string {
  return codeOf(secret, Math.floor(now / CODE_LASTS_MS));
}

/** When the code of an instant gives way to the next, epoch milliseconds. */
export function nextCodeAt(now: number): number {
  return (Math.floor(now / CODE_LASTS_MS) + 1) * CODE_LASTS_MS;
}

/** Whether a typed code is the one on the screen, or the one before it: people need a moment to type. */
export function isCheckInCode(secret: string, typed: string, now: number): boolean {
  const given = Buffer.from(typed.toUpperCase().replaceAll(/[\s-]/g, "").padEnd(LENGTH));
  return [now, now - CODE_LASTS_MS].some((instant) => {
    const expected = Buffer.from(checkInCodeAt(secret, instant));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function codeOf(secret: string, minute: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(minute));
  const base = BigInt(CODE_ALPHABET.length);
  let rest = createHmac("sha256", secret).update(counter).digest().readBigUInt64BE();
  let code = "";
  for (let place = 0; place < LENGTH; place++) {
    code += CODE_ALPHABET[Number(rest % base)];
    rest /= base;
  }
  return code;
}
