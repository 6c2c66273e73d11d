import { Typesetter } from "~/documents/typesetting/typesetter.server";
import type { PlacedText } from "./bare-document";

type Line = (this: Typesetter, ...args: Parameters<Typesetter["line"]>) => void;

/** Every line of text that a piece of work draws, in order of pages. */
export async function placedTexts(work: () => Promise<unknown>): Promise<PlacedText[]> {
  const found: PlacedText[] = [];
  const line = Object.getOwnPropertyDescriptor(Typesetter.prototype, "line")!.value as Line;
  Typesetter.prototype.line = function (text, x, y, style) {
    const { doc } = this as unknown as { doc: PDFKit.PDFDocument & { _pageBuffer: unknown[] } };
    const page = doc._pageBuffer.indexOf(doc.page);
    found.push({ page, text, x, y, size: style.size, weight: style.weight ?? "regular" });
    line.call(this, text, x, y, style);
  };
  try {
    await work();
  } finally {
    Typesetter.prototype.line = line;
  }
  return found.sort((a, b) => a.page - b.page);
}
