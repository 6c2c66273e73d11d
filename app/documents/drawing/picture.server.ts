import type { ProviderImage } from "~/documents/letterhead/image-kind";
import { readDrawing, type Drawing } from "./svg-shapes";

/** Draws a provider's picture as large as it fits into a box, from its left; in the middle of its height. Call it inside a tag. */
export function drawPicture(
  doc: PDFKit.PDFDocument,
  { mediaType, bytes }: ProviderImage,
  box: { x: number; y: number; width: number; height: number },
): void {
  if (mediaType === "image/png") {
    doc.image(Buffer.from(bytes), box.x, box.y, { fit: [box.width, box.height], valign: "center" });
    return;
  }
  drawOutlines(doc, readDrawing(Buffer.from(bytes).toString("utf8")), box);
}

function drawOutlines(
  doc: PDFKit.PDFDocument,
  { viewBox, shapes }: Drawing,
  box: { x: number; y: number; width: number; height: number },
): void {
  const scale = Math.min(box.width / viewBox.width, box.height / viewBox.height);
  const top = box.y + (box.height - viewBox.height * scale) / 2;
  doc.save();
  doc.transform(scale, 0, 0, scale, box.x - viewBox.x * scale, top - viewBox.y * scale);
  for (const { path, fill, stroke, strokeWidth, evenOdd, transforms } of shapes) {
    if (!fill && !stroke) continue;
    doc.save();
    for (const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] of transforms) doc.transform(a, b, c, d, e, f);
    doc.lineWidth(strokeWidth).path(path);
    const rule = evenOdd ? "even-odd" : "non-zero";
    if (fill && stroke) doc.fillAndStroke(fill, stroke, rule);
    else if (fill) doc.fill(fill, rule);
    else if (stroke) doc.stroke(stroke);
    doc.restore();
  }
  doc.restore();
}
