import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { type Face, TEXT_FACES, type Weight } from "./faces.server";
import { forgetTexts } from "./faithful-text.server";
import { repairFont } from "./font-repair.server";
import { unpackWoff } from "./woff.server";

/** What PDFKit parses a font file into; it takes it back in place of the file. Its types leave it out. */
export interface ParsedFont {
  hasGlyphForCodePoint(codePoint: number): boolean;
  unitsPerEm: number;
  layout(
    text: string,
    features?: readonly string[],
    ...others: unknown[]
  ): {
    advanceWidth: number;
    glyphs: { id: number; path: { toSVG(): string } }[];
    positions: { xAdvance: number; xOffset: number; yOffset: number }[];
  };
}

const { resolve } = createRequire(import.meta.url);
const unpacked = new Map<string, Buffer>();
const parsed = new Map<string, ParsedFont>();

/** A face's font as plain SFNT bytes, read and unpacked once per process. Throws when the font package is not installed. */
export function fontBytes(face: Face, weight: Weight): Buffer {
  return remember(unpacked, face.files[weight], (file) => {
    const bytes = readFileSync(resolve(file));
    return file.endsWith(".woff") ? unpackWoff(bytes) : bytes;
  });
}

/** The same, parsed once per process: parsing takes longer than drawing a page. */
export function parsedFont(face: Face, weight: Weight): ParsedFont {
  return remember(parsed, face.files[weight], () => {
    const scratch = new PDFDocument({ autoFirstPage: false }).font(fontBytes(face, weight));
    return repairFont(forgetTexts((scratch as unknown as { _font: { font: ParsedFont } })._font.font));
  });
}

/** Reads and parses what most documents are drawn with, so that the first of them waits no longer than the others. */
export function preloadFonts(): void {
  for (const face of TEXT_FACES.slice(0, 2))
    for (const weight of ["regular", "bold"] as const) parsedFont(face, weight);
}

function remember<Value>(known: Map<string, Value>, key: string, make: (key: string) => Value): Value {
  let value = known.get(key);
  if (value === undefined) {
    value = make(key);
    known.set(key, value);
  }
  return value;
}
