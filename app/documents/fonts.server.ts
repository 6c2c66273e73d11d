import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { unpackWoff } from "./woff.server";

export type Weight = "regular" | "bold";

/** One embedded font file per weight, for a part of Unicode. */
export interface Face {
  name: string;
  files: Record<Weight, string>;
}

function face(font: string, subset: string): Face {
  const file = (weight: number) => `@fontsource/${font}/files/${font}-${subset}-${weight}-normal.woff`;
  return { name: `${font}-${subset}`, files: { regular: file(400), bold: file(700) } };
}

/** In order of preference: the first face that has every character of a cluster draws it. A new script is a new entry. */
export const FACES: Face[] = [
  face("public-sans", "latin"),
  face("public-sans", "vietnamese"),
  face("public-sans", "latin-ext"),
  face("noto-sans", "cyrillic"),
  face("noto-sans", "cyrillic-ext"),
  face("noto-sans", "greek"),
  face("noto-sans", "vietnamese"),
  face("noto-sans", "latin-ext"),
  face("noto-sans", "latin"),
];

const { resolve } = createRequire(import.meta.url);
const loaded = new Map<string, Buffer>();

/** A face's font as plain SFNT bytes, read and unpacked once per process. Throws when the font package is not installed. */
export function fontBytes(face: Face, weight: Weight): Buffer {
  const file = face.files[weight];
  let bytes = loaded.get(file);
  if (!bytes) {
    bytes = unpackWoff(readFileSync(resolve(file)));
    loaded.set(file, bytes);
  }
  return bytes;
}
