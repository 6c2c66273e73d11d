import { isDrawnInAnotherOrder } from "~/documents/typesetting/writing-direction";

/** Tags of a PDF's structure tree (D6). What is drawn inside neither a tag nor an artifact is an error in a tagged PDF. */

export type Tag = PDFKit.PDFStructureElement;

/** What stands in a tag: something drawn, or a tag of its own. */
export type Content = Tag | (() => void);

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

/** Adds a tag around what is drawn, which must stay on the current page. */
export function tagged(
  doc: PDFKit.PDFDocument,
  parent: Tag,
  type: string,
  content: Content | Content[],
  options: TagOptions = {},
) {
  parent.add(doc.struct(type, options, content as () => void));
}

/** Marks what `draw` draws as decoration or as a page's header or footer, so that a screen reader passes over it. */
export function artifact(doc: PDFKit.PDFDocument, type: "Layout" | "Pagination", draw: () => void): void {
  doc.markContent("Artifact", { type });
  draw();
  doc.endMarkedContent();
}

/** For text whose letters stand on the page in the order in which they are drawn, what it says. */
export function spoken(text: string): { actual?: string } {
  return isDrawnInAnotherOrder(text) ? { actual: text } : {};
}
