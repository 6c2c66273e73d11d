/** Crockford's alphabet, for what people read and type: no letter looks like another. */
const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** That of RFC 4648 which ends at V, for what scanners type: a keyboard whose Y and Z have changed places leaves it as it is. */
export const UP_TO_V = "0123456789ABCDEFGHIJKLMNOPQRSTUV";
const LOOKALIKES: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0" };

/** Bytes as capitals and digits, five bits each; a rest is left out, so that only multiples of five bytes come back whole. */
export function toBase32(bytes: Uint8Array, alphabet = CROCKFORD): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return text;
}

/** A text as `toBase32` writes it in Crockford's alphabet: capitals, and what looks like a digit is one. Null where a letter is none of it. */
export function normalizeBase32(text: string): string | null {
  const letters = text.toUpperCase().replaceAll(/[ILO]/g, (letter) => LOOKALIKES[letter]!);
  return [...letters].every((letter) => CROCKFORD.includes(letter)) ? letters : null;
}

/** The bytes of a text in base32; null where a letter is none of its alphabet. */
export function fromBase32(text: string, alphabet = CROCKFORD): Uint8Array<ArrayBuffer> | null {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    const value = alphabet.indexOf(letter);
    if (value < 0) return null;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes.push(held >> bits);
      held &= (1 << bits) - 1;
    }
  }
  return new Uint8Array(bytes);
}
