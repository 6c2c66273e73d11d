import { expect, test } from "vitest";
import { openPdf } from "~/documents/drawing/document-pdf.server";
import { FACES } from "~/documents/typesetting/faces.server";
import { fontBytes } from "~/documents/typesetting/fonts.server";
import { TextOperator } from "~/documents/typesetting/text-operator.server";
import { Typesetter } from "~/documents/typesetting/typesetter.server";
import { textOf, wordsOf } from "../drawing/pdf-tools";

const FACTS = { title: "Sample", author: "Sample", keywords: "", madeAt: 0 };
const LINES = ["AVATAR, To Wytze: fi ffl", "Approved for 2025–26", "Ánh (A) <B> \\ %", "AVATAR, To Wytze: fi ffl"];

function drawnBy(line: (doc: PDFKit.PDFDocument, text: string, x: number, y: number) => void): Promise<Buffer> {
  const { doc, finished } = openPdf(FACTS);
  for (let page = 0; page < 2; page++) {
    doc.addPage();
    LINES.forEach((text, index) => line(doc, text, 50.3 + index, 100 + index * 40.7));
  }
  doc.end();
  return finished;
}

test("every word stands where PDFKit itself would put it, and reads as it does", async () => {
  const types = new Map<PDFKit.PDFDocument, Typesetter>();
  const typeOf = (doc: PDFKit.PDFDocument) => types.get(doc) ?? types.set(doc, new Typesetter(doc)).get(doc)!;
  const ours = await drawnBy((doc, text, x, y) => typeOf(doc).line(text, x, y, { size: 9.5, color: "#102030" }));
  const plain = await drawnBy((doc, text, x, y) => {
    doc.font(fontBytes(FACES[0], "regular")).fontSize(9.5);
    doc.text(text, x, y, { lineBreak: false, baseline: "alphabetic" });
  });
  expect(wordsOf(ours)).toEqual(wordsOf(plain));
  expect(wordsOf(ours)).toHaveLength(2 * LINES.join(" ").split(" ").length);
  expect(textOf(ours)).toBe(textOf(plain));
});

test("a glyph that stands elsewhere than the one before it ends is left to PDFKit; a color that is none is a mistake", () => {
  const { doc } = openPdf(FACTS);
  doc.addPage().font(
    fontBytes(
      FACES.find(({ name }) => name === "noto-sans")!,
      "regular",
    ),
  );
  const operator = new TextOperator(doc);
  const at = { x: 50, y: 50, size: 9 };
  expect(operator.write({ ...at, text: "q\u0323\u0302", color: "black" })).toBe(false);
  expect(operator.write({ ...at, text: "q", color: "black" })).toBe(true);
  expect(() => operator.write({ ...at, text: "q", color: "crimson" })).toThrow("crimson");
});
