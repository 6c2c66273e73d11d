import PDFDocument from "pdfkit";
import { FACES, type Weight } from "~/documents/typesetting/faces.server";
import { fontBytes } from "~/documents/typesetting/fonts.server";

/** A line of text as it stands on a page. */
export interface PlacedText {
  page: number;
  text: string;
  x: number;
  y: number;
  size: number;
  weight: Weight;
}

/**
 * The floor: PDFKit alone writes the same texts at the same places in the same fonts, without tags, bookmarks, table,
 * attachment or signature, and without having to measure or to wrap anything.
 */
export function drawBare(texts: readonly PlacedText[]): Promise<Buffer> {
  const doc = new PDFDocument({ size: "LETTER", margin: 0, autoFirstPage: false });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  const finished = new Promise<Buffer>((resolve) => doc.on("end", () => resolve(Buffer.concat(chunks))));
  for (const weight of ["regular", "bold"] as const) doc.registerFont(weight, fontBytes(FACES[0], weight));
  let page = -1;
  for (const { text, x, y, size, weight, ...at } of texts) {
    while (page < at.page) {
      doc.addPage();
      page += 1;
    }
    doc.font(weight).fontSize(size).text(text, x, y, { lineBreak: false });
  }
  doc.end();
  return finished;
}
