import { keepTexts } from "./faithful-text.server";
import { EMOJI_FACE, FACES, type Face, type Weight } from "./faces.server";
import { parsedFont } from "./fonts.server";
import { prepare } from "./script-order";
import { drawable, facesOfWord, forgetFaces } from "./shaping.server";
import { TextOperator } from "./text-operator.server";
import { clustersOf, type Stretch, stretchesOf } from "./writing-direction";

export interface Style {
  size: number;
  weight?: Weight;
  color?: string;
}

/** A stretch of text that one face draws, in one direction. */
interface Run {
  text: string;
  face: Face;
  rtl: boolean;
  /** What PDFKit is told of it. */
  options: PDFKit.Mixins.TextOptions;
}

/** PDFKit's embedded font; its types leave it out. */
interface FontHolder {
  _font: Parameters<typeof keepTexts>[0] & { layoutCache: Record<string, unknown> };
}

const STACKED =
  /[\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Tibetan}\p{Script=Bengali}\p{Script=Thai}\p{Script=Lao}]/u;
const ASCII = /^[\x20-\x7e]*$/;
/** Whole runs from right to left are laid out at once; otherwise PDFKit lays out word by word, from left to right. */
const WHOLE: PDFKit.Mixins.TextOptions = { features: [] };
/** Said in advance, since nothing is underlined or linked, so that PDFKit does not measure what was measured before. */
const MEASURED = { textWidth: 0, wordCount: 0 };
const PLAIN: PDFKit.Mixins.TextOptions = { ...MEASURED, lineBreak: false, baseline: "alphabetic" };
const WORDS: PDFKit.Mixins.TextOptions = {};

/**
 * Documents of one provider share most of their words, so what was measured for one is kept for the next. After so many
 * documents all is forgotten, so that memory stays bounded.
 */
const DOCUMENTS_REMEMBERED = 50;
const widths = new Map<string, number>();
const runs = new Map<string, Run[]>();
/** As PDFKit keeps them: by the word, so without the names that every object has. */
const layouts = new Map<string, Record<string, unknown>>();
let documents = 0;

/** Measures, wraps and draws text on one document, falling back from face to face. Lengths are in points. */
export class Typesetter {
  private registered = new Set<string>();
  private operator: TextOperator;

  constructor(private doc: PDFKit.PDFDocument) {
    this.operator = new TextOperator(doc);
    documents += 1;
    if (documents % DOCUMENTS_REMEMBERED !== 0) return;
    forgetFaces();
    for (const known of [widths, runs, layouts]) known.clear();
  }

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
    let perPoint = widths.get(key);
    if (perPoint === undefined) {
      perPoint = 0;
      for (const run of runsOf(text.normalize("NFC"), weight)) {
        this.use(run.face, weight).fontSize(1);
        perPoint += this.doc.widthOfString(run.text, run.options);
      }
      widths.set(key, perPoint);
    }
    return perPoint * style.size;
  }

  /** How high a line is, in times the size of its letters: scripts that stack theirs need more. */
  static leadingOf(text: string, usual: number): number {
    return STACKED.test(text) ? usual * 1.3 : usual;
  }

  /** Draws one line; `y` is its baseline. Call it inside a tag or an artifact. */
  line(text: string, x: number, y: number, style: Style): void {
    const weight = style.weight ?? "regular";
    const { size, color = "black" } = style;
    const parts = runsOf(text.normalize("NFC"), weight);
    let at = x;
    parts.forEach((run, index) => {
      this.use(run.face, weight).fontSize(size);
      const isWritten = run.options === WORDS && this.operator.write({ text: run.text, x: at, y, size, color });
      if (!isWritten) this.doc.fillColor(color).text(run.text, at, y, { ...PLAIN, ...run.options });
      if (index < parts.length - 1) at += this.doc.widthOfString(run.text, run.options);
    });
  }

  private use(face: Face, weight: Weight): PDFKit.PDFDocument {
    const name = `${face.name}-${weight}`;
    if (this.registered.has(name)) return this.doc.font(name);
    this.doc.registerFont(name, parsedFont(face, weight) as unknown as Buffer).font(name);
    this.registered.add(name);
    let known = layouts.get(name);
    if (!known) layouts.set(name, (known = Object.create(null) as Record<string, unknown>));
    const font = (this.doc as unknown as FontHolder)._font;
    font.layoutCache = known;
    keepTexts(font);
    return this.doc;
  }
}

/** The runs of a line, in the order in which they stand on the page. */
function runsOf(text: string, weight: Weight): Run[] {
  if (text === "") return [];
  if (ASCII.test(text)) return [{ text, face: FACES[0], rtl: false, options: WORDS }];
  const key = `${weight} ${text}`;
  let known = runs.get(key);
  if (!known) runs.set(key, (known = stretchesOf(text).flatMap((stretch) => runsIn(stretch, weight))));
  return known;
}

function runsIn({ clusters, rtl }: Stretch, weight: Weight): Run[] {
  const found: { text: string; face: Face }[] = [];
  for (const word of wordsOf(clusters)) {
    const before = found.at(-1)?.face;
    // The space between emoji is as wide as they are.
    const faces = word[0] === " " && before && before !== EMOJI_FACE ? [before] : facesOfWord(word, weight);
    word.forEach((cluster, index) => {
      const last = found.at(-1);
      const face = faces[index]!;
      if (last?.face === face) last.text += cluster;
      else found.push({ text: cluster, face });
    });
  }
  const made = found.map(({ text, face }): Run => {
    const { text: drawn, features } = prepare(drawable(text, face, weight));
    const options = features.length > 0 ? { features: [...features] as never } : rtl ? WHOLE : WORDS;
    return { text: drawn, face, rtl, options };
  });
  return rtl ? made.reverse() : made;
}

/** Clusters by the word; a space, which stays with what stands before it, is one of its own. */
function wordsOf(clusters: readonly string[]): string[][] {
  const words: string[][] = [];
  for (const cluster of clusters) {
    const last = words.at(-1);
    if (cluster === " " || !last || last[0] === " ") words.push([cluster]);
    else last.push(cluster);
  }
  return words;
}

/** A text as the smallest parts that stay on one line, each with its closing space or hyphen. */
function pieces(text: string, tooWide: (word: string) => boolean): string[] {
  const words = text.replace(/\s+/g, " ").match(/[^\s\-/–—]*[-/–—]+|[^\s\-/–—]+ ?| /gu) ?? [];
  return words.flatMap((word) => (tooWide(word.trimEnd()) ? clustersOf(word) : [word]));
}
