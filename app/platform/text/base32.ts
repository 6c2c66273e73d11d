/** Crockford's base32: no letter that looks like another, and all of it in the alphanumeric mode of a QR code. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LOOKALIKES: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0" };

/** Bytes as capitals and digits, five bits each; a rest is left out, so that only multiples of five bytes come back whole. */
export function toBase32(bytes: Uint8Array): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += ALPHABET[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return text;
}

/** A text as `toBase32` writes it: capitals, and what looks like a digit is one. Null where a letter is none of it. */
export function normalizeBase32(text: string): string | null {
  const letters = text.toUpperCase().replaceAll(/[ILO]/g, (letter) => LOOKALIKES[letter]!);
  return [...letters].every((letter) => ALPHABET.includes(letter)) ? letters : null;
}

/** The bytes of a text in base32; null where a letter is none of it. */
export function fromBase32(text: string): Uint8Array<ArrayBuffer> | null {
  const letters = normalizeBase32(text);
  if (letters === null) return null;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of letters) {
    held = (held << 5) | ALPHABET.indexOf(letter);
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  return new Uint8Array(bytes);
}
