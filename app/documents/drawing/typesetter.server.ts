import { keepTexts } from "./faithful-text.server";
import { FACES, parsedFont, type Face, type Weight } from "./fonts.server";
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
}

/** PDFKit's embedded font; its types leave it out. */
interface FontHolder {
  _font: Parameters<typeof keepTexts>[0] & { layoutCache: Record<string, unknown> };
}

const ASCII = /^[\x20-\x7e]*$/;
/** Whole runs from right to left are laid out at once; otherwise PDFKit lays out word by word, from left to right. */
const WHOLE: PDFKit.Mixins.TextOptions = { features: [] };
/** Said in advance, since nothing is underlined or linked, so that PDFKit does not measure what was measured before. */
const MEASURED = { textWidth: 0, wordCount: 0 };
const PLAIN: PDFKit.Mixins.TextOptions = { ...MEASURED, lineBreak: false, baseline: "alphabetic" };
const AS_A_WHOLE: PDFKit.Mixins.TextOptions = { ...PLAIN, ...WHOLE };

/**
 * Documents of one provider share most of their words, so what was measured for one is kept for the next. After so many
 * documents all is forgotten, so that memory stays bounded.
 */
const DOCUMENTS_REMEMBERED = 300;
const widths = new Map<string, number>();
const clusterFaces = new Map<string, Face>();
const runs = new Map<string, Run[]>();
/** As PDFKit keeps them: by the word, so without the names that every object has. */
const layouts = new Map<string, Record<string, unknown>>();
let documents = 0;

/** Measures, wraps and draws text on one document, falling back from face to face. Lengths are in points. */
export class Typesetter {
  private registered = new Set<string>();

  constructor(private doc: PDFKit.PDFDocument) {
    documents += 1;
    if (documents % DOCUMENTS_REMEMBERED === 0)
      for (const known of [widths, clusterFaces, runs, layouts]) known.clear();
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
        perPoint += this.doc.widthOfString(run.text, run.rtl ? WHOLE : {});
      }
      widths.set(key, perPoint);
    }
    return perPoint * style.size;
  }

  /** Draws one line; `y` is its baseline. Call it inside a tag or an artifact. */
  line(text: string, x: number, y: number, style: Style): void {
    const weight = style.weight ?? "regular";
    const parts = runsOf(text.normalize("NFC"), weight);
    let at = x;
    this.doc.fillColor(style.color ?? "black");
    parts.forEach((run, index) => {
      this.use(run.face, weight).fontSize(style.size);
      this.doc.text(run.text, at, y, run.rtl ? AS_A_WHOLE : PLAIN);
      if (index < parts.length - 1) at += this.doc.widthOfString(run.text, run.rtl ? WHOLE : {});
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
  if (ASCII.test(text)) return [{ text, face: FACES[0], rtl: false }];
  const key = `${weight} ${text}`;
  let known = runs.get(key);
  if (!known) runs.set(key, (known = stretchesOf(text).flatMap((stretch) => runsIn(stretch, weight))));
  return known;
}

function runsIn({ clusters, rtl }: Stretch, weight: Weight): Run[] {
  const found: Run[] = [];
  for (const cluster of clusters) {
    const last = found.at(-1);
    const face = faceOf(cluster, weight, last?.face);
    if (last?.face === face) last.text += cluster;
    else found.push({ text: cluster, face, rtl });
  }
  return rtl ? found.reverse() : found;
}

/** A space stays with what stands before it, so that a run is not cut for it. */
function faceOf(cluster: string, weight: Weight, before: Face | undefined): Face {
  if (cluster === " " && before) return before;
  const key = `${weight} ${cluster}`;
  let face = clusterFaces.get(key);
  if (!face) {
    const characters = [...cluster].map((character) => character.codePointAt(0)!);
    const covers = (each: Face) => characters.every((code) => parsedFont(each, weight).hasGlyphForCodePoint(code));
    face = FACES.find(covers) ?? FACES[0];
    clusterFaces.set(key, face);
  }
  return face;
}

/** A text as the smallest parts that stay on one line, each with its closing space or hyphen. */
function pieces(text: string, tooWide: (word: string) => boolean): string[] {
  const words = text.replace(/\s+/g, " ").match(/[^\s\-/–—]*[-/–—]+|[^\s\-/–—]+ ?| /gu) ?? [];
  return words.flatMap((word) => (tooWide(word.trimEnd()) ? clustersOf(word) : [word]));
}
