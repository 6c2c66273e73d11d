/**
 * What is copied, searched or read aloud from a PDF comes from a table that gives each embedded glyph one text. Fonts
 * share glyphs: in Arabic the same stroke, with other dots, is four letters. PDFKit keeps whichever text comes first,
 * and fontkit even for all documents that use one parsed font. Here each text gets an entry of its own.
 */

interface Glyph {
  id: number;
  advanceWidth: number;
  codePoints: number[];
}

interface SharedFont {
  getGlyph(id: number, codePoints?: number[]): Glyph;
}

/** PDFKit's font of one document; its types leave it out. */
interface EmbeddedFont {
  scale: number;
  widths: number[];
  unicode: number[][];
  subset: { glyphs: number[]; mapping: Record<number, number> };
  layout(text: string, features?: unknown): { glyphs: Glyph[]; positions: unknown[] };
  encode(text: string, features?: unknown): [string[], unknown[]];
}

/** Makes a parsed font keep no text with its glyphs: every use gets a glyph with its own. */
export function forgetTexts<Font extends object>(font: Font): Font {
  const shared = font as unknown as SharedFont;
  const plain = shared.getGlyph.bind(shared);
  shared.getGlyph = (id, codePoints) => {
    const glyph = plain(id);
    if (!codePoints?.length) return glyph;
    const own = Object.create(glyph) as Glyph;
    own.codePoints = codePoints;
    return own;
  };
  return font;
}

interface Entry {
  codePoints: number[];
  hex: string;
}

/** Makes a document's font embed a glyph once for each text that it stands for. */
export function keepTexts(font: EmbeddedFont): void {
  const entries = new Map<number, Entry[]>();
  font.encode = (text, features) => {
    const { glyphs, positions } = font.layout(text, features);
    return [glyphs.map((glyph) => entryOf(font, entries, glyph).hex), positions];
  };
}

function entryOf(font: EmbeddedFont, entries: Map<number, Entry[]>, glyph: Glyph): Entry {
  const { id, codePoints } = glyph;
  const known = entries.get(id);
  const found = known?.find((each) => isSame(each.codePoints, codePoints));
  if (found) return found;
  const number = font.subset.glyphs.push(id) - 1;
  font.subset.mapping[id] ??= number;
  font.widths[number] = glyph.advanceWidth * font.scale;
  font.unicode[number] = codePoints;
  const entry = { codePoints, hex: number.toString(16).padStart(4, "0") };
  entries.set(id, [...(known ?? []), entry]);
  return entry;
}

function isSame(a: number[], b: number[]): boolean {
  return a === b || (a.length === b.length && a.every((value, index) => value === b[index]));
}
