import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { forgetTexts } from "./faithful-text.server";
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
export const FACES: readonly [Face, ...Face[]] = [
  face("public-sans", "latin"),
  face("public-sans", "vietnamese"),
  face("public-sans", "latin-ext"),
  face("noto-sans", "cyrillic"),
  face("noto-sans", "cyrillic-ext"),
  face("noto-sans", "greek"),
  face("noto-sans", "vietnamese"),
  face("noto-sans", "latin-ext"),
  face("noto-sans", "latin"),
  face("noto-sans-arabic", "arabic"),
  face("noto-sans-ethiopic", "ethiopic"),
  face("noto-sans-kr", "korean"),
  face("noto-sans-sc", "chinese-simplified"),
];

/** What PDFKit parses a font file into; it takes it back in place of the file. Its types leave it out. */
export interface ParsedFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
  unitsPerEm: number;
  layout(text: string): {
    advanceWidth: number;
    glyphs: { path: { toSVG(): string } }[];
    positions: { xAdvance: number; xOffset: number; yOffset: number }[];
  };
}

const { resolve } = createRequire(import.meta.url);
const unpacked = new Map<string, Buffer>();
const parsed = new Map<string, ParsedFont>();

/** A face's font as plain SFNT bytes, read and unpacked once per process. Throws when the font package is not installed. */
export function fontBytes(face: Face, weight: Weight): Buffer {
  return remember(unpacked, face.files[weight], (file) => unpackWoff(readFileSync(resolve(file))));
}

/** The same, parsed once per process: parsing takes longer than drawing a page. */
export function parsedFont(face: Face, weight: Weight): ParsedFont {
  return remember(parsed, face.files[weight], () => {
    const scratch = new PDFDocument({ autoFirstPage: false }).font(fontBytes(face, weight));
    return forgetTexts((scratch as unknown as { _font: { font: ParsedFont } })._font.font);
  });
}

/** Reads and parses what most documents are drawn with, so that the first of them waits no longer than the others. */
export function preloadFonts(): void {
  for (const face of FACES.slice(0, 2)) for (const weight of ["regular", "bold"] as const) parsedFont(face, weight);
}

function remember<Value>(known: Map<string, Value>, key: string, make: (key: string) => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make(key);
    known.set(key, value);
  }
  return value;
}
