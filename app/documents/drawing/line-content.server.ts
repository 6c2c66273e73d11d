import { languageParts } from "~/documents/typesetting/languages";
import { spoken, type Content } from "./tags.server";
import type { Style, Typesetter } from "~/documents/typesetting/typesetter.server";

/** A line where it stands: `y` is its baseline. Lengths in points. */
export interface PlacedLine {
  text: string;
  x: number;
  y: number;
  style: Style;
}

/** Lines as the content of a tag: what is in another language than English is a Span that says which, and what it reads. */
export function contentOf(doc: PDFKit.PDFDocument, type: Typesetter, lines: readonly PlacedLine[]): Content[] {
  const content: Content[] = [];
  let english: PlacedLine[] = [];
  const endEnglish = () => {
    const own = english;
    english = [];
    if (own.length === 0) return;
    content.push(() => own.forEach(({ text, x, y, style }) => type.line(text, x, y, style)));
  };
  for (const line of lines) {
    let { x } = line;
    for (const { text, language } of languageParts(line.text)) {
      const placed = { ...line, text, x };
      x += text === line.text ? 0 : type.width(text, line.style);
      if (language === null) english.push(placed);
      else {
        endEnglish();
        const draw = () => type.line(placed.text, placed.x, placed.y, placed.style);
        content.push(doc.struct("Span", { lang: language, ...spoken(text) }, draw));
      }
    }
  }
  endEnglish();
  return content;
}
