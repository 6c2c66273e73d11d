import { createHash, randomBytes, randomInt } from "node:crypto";

/** Letters and digits that nobody mistakes for one another on paper: no 0 O 1 I L 5 S 2 Z 8 B U V. */
export const CODE_ALPHABET = "34679ACDEFGHJKMNPQRTWXY";

/** A random code of `length` characters in the look-alike-free alphabet (about 4.5 bits each). */
export function newCode(length: number): string {
  return Array.from({ length }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join("");
}

/** A secret for a link: 160 random bits. Store only its `hashSecret`. */
export const newSecret = (): string => randomBytes(20).toString("base64url");

/** SHA-256 of a text or file, in hex. */
export const sha256 = (value: string | Uint8Array): string => createHash("sha256").update(value).digest("hex");
