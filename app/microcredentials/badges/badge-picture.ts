/** What a picture of a badge says. */
export interface PictureWords {
  /** Of the micro-credential: gives the picture its colours. */
  id: string;
  title: string;
  provider: string;
  /** What kind of award it is, in words. */
  level: string;
  /** Who holds it, where the picture may say so. */
  holder?: string;
}

/** In pixels: what social networks ask for. */
export const SHARE_CARD = { width: 1200, height: 630 };

/** Widths in pixels in which a badge can be had as PNG. */
export const PICTURE_WIDTHS = [200, 400, 800, 1600] as const;
export const USUAL_WIDTH = 800;

/** One of the widths on offer; the usual one for anything else. */
export function readWidth(text: string | null): number {
  return PICTURE_WIDTHS.find((width) => String(width) === text) ?? USUAL_WIDTH;
}

/** Of a single micro-credential, or of a stack of so many. */
export const levelWords = (parts: number): string => (parts > 0 ? `Stack of ${parts}` : "Micro-credential");

/** White on `field` has a contrast of at least 7:1, `light` on it of at least 4.5:1. */
const TONES = [
  { ring: "#0b3c5d", field: "#0f4c75", light: "#bfe3ff" },
  { ring: "#1d4532", field: "#24573f", light: "#c5f2d8" },
  { ring: "#4a1d52", field: "#5b2666", light: "#f0cff7" },
  { ring: "#5a2410", field: "#6e2f17", light: "#ffd9c7" },
  { ring: "#26305f", field: "#313d78", light: "#d3dafc" },
  { ring: "#0d4646", field: "#125656", light: "#bdf2f0" },
] as const;

/** Colours that stay the same for a micro-credential. */
export function pictureTone(id: string): (typeof TONES)[number] {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return TONES[sum % TONES.length] ?? TONES[0];
}
