/**
 * Text as a PDF's page holds it. PDFKit writes each line in ten pieces, each copied letter by letter, and works out anew what a
 * document says on every page: a table of twenty pages takes a quarter less time so.
 */

interface Position {
  xAdvance: number;
  xOffset: number;
  yOffset: number;
  /** How wide the glyph is by itself. */
  advanceWidth: number;
}

/** PDFKit's font of one document, in thousandths of the letters' size; its types leave it out. */
interface EmbeddedFont {
  id: string;
  ref(): unknown;
  encode(text: string): [codes: string[], positions: unknown[]];
}

/** What PDFKit keeps of a document; its types leave it out. */
interface PageHolder {
  _font: EmbeddedFont;
  page: { fonts: Record<string, unknown> };
  addContent(operators: string): void;
}

interface PlacedRun {
  text: string;
  x: number;
  /** Of the baseline, downwards. */
  y: number;
  size: number;
  color: string;
}

/** Writes runs into one document. What it has written once, it knows by heart. */
export class TextOperator {
  private known = new Map<EmbeddedFont, Map<string, string | null>>();

  constructor(private doc: PDFKit.PDFDocument) {}

  /** Writes a run in the document's font; false, with nothing written, where a glyph stands elsewhere than the one before it ends. */
  write({ text, x, y, size, color }: PlacedRun): boolean {
    const { _font: font, page } = this.doc as unknown as PageHolder;
    const glyphs = this.glyphsOf(font, text);
    if (glyphs === null) return false;
    page.fonts[font.id] ??= font.ref();
    // Upright again: PDFKit counts from the top of the page downwards.
    const matrix = `1 0 0 -1 ${rounded(x)} ${rounded(y)} Tm`;
    const operators = `q ${colorOf(color)} rg BT /${font.id} ${rounded(size)} Tf ${matrix} [${glyphs}] TJ ET Q`;
    (this.doc as unknown as PageHolder).addContent(operators);
    return true;
  }

  private glyphsOf(font: EmbeddedFont, text: string): string | null {
    const texts = this.known.get(font) ?? new Map<string, string | null>();
    this.known.set(font, texts);
    let glyphs = texts.get(text);
    if (glyphs === undefined) texts.set(text, (glyphs = encoded(font, text)));
    return glyphs;
  }
}

/** Glyphs in hexadecimal, broken where two stand closer together, or further apart, than they are wide. */
function encoded(font: EmbeddedFont, text: string): string | null {
  const [codes, positions] = font.encode(text) as [string[], Position[]];
  let glyphs = "<";
  for (const [index, { xAdvance, xOffset, yOffset, advanceWidth }] of positions.entries()) {
    if (xOffset || yOffset) return null;
    glyphs += codes[index]!;
    if (xAdvance !== advanceWidth && index < positions.length - 1) glyphs += `> ${rounded(advanceWidth - xAdvance)} <`;
  }
  return `${glyphs}>`;
}

const BLACK = "0 0 0";
const HEX = /^#[0-9a-f]{6}$/i;

/** @throws Error for what is neither black nor `#rrggbb` */
function colorOf(color: string): string {
  if (color === "black") return BLACK;
  if (!HEX.test(color)) throw new Error(`${color} is no color of a document.`);
  return [1, 3, 5].map((at) => rounded(parseInt(color.slice(at, at + 2), 16) / 255)).join(" ");
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
