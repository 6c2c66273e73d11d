import { FACES, fontBytes, type Face, type Weight } from "./fonts.server";

export interface Style {
  size: number;
  weight?: Weight;
  color?: string;
}

/** A stretch of text that one face draws. */
interface Run {
  text: string;
  font: string;
}

const ASCII = /^[\x20-\x7e]*$/;
const clusters = new Intl.Segmenter("en", { granularity: "grapheme" });

/** PDFKit keeps the parsed font of `doc.font(…)` here; its types leave it out. */
type FontHolder = { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } };

/** Measures, wraps and draws text on one document, falling back from face to face. Lengths are in points. */
export class Typesetter {
  private registered = new Set<string>();
  private clusterFonts = new Map<string, string>();
  private widths = new Map<string, number>();

  constructor(private doc: PDFKit.PDFDocument) {}

  /** Lines no wider than `width`; breaks at spaces, after hyphens and slashes, and inside a word only if it must. */
  wrap(text: string, width: number, style: Style): string[] {
    const lines: string[] = [];
    let line = "";
    for (const piece of pieces(text, (word) => this.width(word, style) > width)) {
      if (line && this.width((line + piece).trimEnd(), style) > width) {
        lines.push(line);
        line = "";
      }
      line += line ? piece : piece.trimStart();
    }
    if (line || lines.length === 0) lines.push(line);
    return lines.map((each, index) => (index === lines.length - 1 ? each.trimEnd() : each));
  }

  /** Width of a text on one line. */
  width(text: string, style: Style): number {
    const weight = style.weight ?? "regular";
    const key = `${weight} ${text}`;
    let perPoint = this.widths.get(key);
    if (perPoint === undefined) {
      perPoint = 0;
      for (const run of this.runs(text.normalize("NFC"), weight)) {
        perPoint += this.doc.font(run.font).fontSize(1).widthOfString(run.text);
      }
      this.widths.set(key, perPoint);
    }
    return perPoint * style.size;
  }

  /** Draws one line; `y` is its baseline. Call it inside a tag or an artifact. */
  line(text: string, x: number, y: number, style: Style): void {
    let at = x;
    this.doc.fillColor(style.color ?? "black");
    for (const run of this.runs(text.normalize("NFC"), style.weight ?? "regular")) {
      this.doc.font(run.font).fontSize(style.size).text(run.text, at, y, { lineBreak: false, baseline: "alphabetic" });
      at += this.doc.widthOfString(run.text);
    }
  }

  private runs(text: string, weight: Weight): Run[] {
    if (ASCII.test(text)) return text ? [{ text, font: this.use(FACES[0]!, weight) }] : [];
    const runs: Run[] = [];
    for (const { segment } of clusters.segment(text)) {
      const font = this.fontOf(segment, weight, runs.at(-1)?.font);
      const last = runs.at(-1);
      if (last?.font === font) last.text += segment;
      else runs.push({ text: segment, font });
    }
    return runs;
  }

  /** A space stays with what stands before it, so that a run is not cut for it. */
  private fontOf(cluster: string, weight: Weight, before: string | undefined): string {
    if (cluster === " " && before) return before;
    const key = `${weight} ${cluster}`;
    let font = this.clusterFonts.get(key);
    if (!font) {
      const face = FACES.find((each) => this.covers(this.use(each, weight), cluster)) ?? FACES[0]!;
      font = this.use(face, weight);
      this.clusterFonts.set(key, font);
    }
    return font;
  }

  private covers(font: string, cluster: string): boolean {
    this.doc.font(font);
    const parsed = (this.doc as unknown as FontHolder)._font.font;
    return [...cluster].every((character) => parsed.hasGlyphForCodePoint(character.codePointAt(0)!));
  }

  private use(face: Face, weight: Weight): string {
    const name = `${face.name}-${weight}`;
    if (!this.registered.has(name)) {
      this.doc.registerFont(name, fontBytes(face, weight));
      this.registered.add(name);
    }
    return name;
  }
}

/** A text as the smallest parts that stay on one line, each with its closing space or hyphen. */
function pieces(text: string, tooWide: (word: string) => boolean): string[] {
  const words = text.replace(/\s+/g, " ").match(/[^\s\-/–—]*[-/–—]+|[^\s\-/–—]+ ?| /gu) ?? [];
  return words.flatMap((word) =>
    tooWide(word.trimEnd()) ? [...clusters.segment(word)].map(({ segment }) => segment) : [word],
  );
}
