import encodeQR from "qr";
import { INK } from "./page.server";
import type { Typesetter } from "~/documents/typesetting/typesetter.server";

/** Draws a QR code as filled rectangles, `size` points wide, without its quiet zone. Call it inside a tag. */
export function drawQrCode(doc: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void {
  const framed = encodeQR(text, "raw", { ecc: "medium", border: 1 });
  const rows = framed.slice(1, -1).map((modules) => modules.slice(1, -1));
  const unit = size / rows.length;
  for (const [row, modules] of rows.entries()) {
    for (let column = 0; column < modules.length;) {
      const from = column;
      while (modules[column]) column += 1;
      if (column > from) doc.rect(x + from * unit, y + row * unit, (column - from) * unit, unit);
      else column += 1;
    }
  }
  doc.fill("black");
}

/** Draws the provider's mark, a double ring with its initials, around a centre. Call it inside a tag. */
export function drawSeal(
  doc: PDFKit.PDFDocument,
  type: Typesetter,
  providerName: string,
  x: number,
  y: number,
  radius: number,
): void {
  const initials = initialsOf(providerName);
  const size = (radius * 1.9) / Math.max(initials.length + 0.6, 2.6);
  const style = { size, weight: "bold" as const, color: INK.text };
  doc.lineWidth(1.6).strokeColor(INK.text).circle(x, y, radius).stroke();
  doc
    .lineWidth(0.6)
    .circle(x, y, radius - 4)
    .stroke();
  type.line(initials, x - type.width(initials, style) / 2, y + size * 0.36, style);
}

/** First letters of the words that matter and whole abbreviations: "Puget Sound ESD" → "PSESD"; five letters at most. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const counted = words.filter((word) => !/^(of|the|and|for|de)$/i.test(word));
  const initials = counted.map((word) => (/^\p{Lu}{2,4}$/u.test(word) ? word : [...word][0]!.toUpperCase()));
  return initials.join("").slice(0, 5);
}
