import { hasRightToLeft } from "./writing-direction";

/** Tags of a PDF's structure tree (D6). What is drawn inside neither a tag nor an artifact is an error in a tagged PDF. */

export type Tag = PDFKit.PDFStructureElement;

interface TagOptions {
  alt?: string;
  scope?: "Column" | "Row" | "Both";
  title?: string;
  /** What is meant, where the letters on the page are in another order. */
  actual?: string | undefined;
  /** Left, top, right, bottom in points: where a figure stands. */
  bbox?: [number, number, number, number];
}

/** Opens a tag that holds other tags. */
export function group(doc: PDFKit.PDFDocument, parent: Tag, type: string, options: TagOptions = {}): Tag {
  const tag = doc.struct(type, options);
  parent.add(tag);
  return tag;
}

/** Adds a tag around what `draw` draws, which must stay on the current page. */
export function tagged(doc: PDFKit.PDFDocument, parent: Tag, type: string, draw: () => void, options: TagOptions = {}) {
  parent.add(doc.struct(type, options, draw));
}

/** Marks what `draw` draws as decoration or as a page's header or footer, so that a screen reader passes over it. */
export function artifact(doc: PDFKit.PDFDocument, type: "Layout" | "Pagination", draw: () => void): void {
  doc.markContent("Artifact", { type });
  draw();
  doc.endMarkedContent();
}

/** For text from right to left, what it says: on the page its letters stand in the order in which they are drawn. */
export function spoken(text: string): { actual?: string } {
  return hasRightToLeft(text) ? { actual: text } : {};
}
