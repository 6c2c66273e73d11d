import type { ProviderImage } from "~/documents/letterhead/image-kind";
import { artifact } from "./tags.server";
import type { Style, Typesetter } from "~/documents/typesetting/typesetter.server";

/** US Letter, in points. */
export const PAGE = { width: 612, height: 792, left: 36, right: 576, top: 40, bottom: 742, footer: 768 } as const;
export const INK = { text: "#111111", soft: "#444444", line: "#9a9a9a", faint: "#d9d9d9", tint: "#f0f2f1" } as const;

export const STYLES = {
  title: { size: 19, weight: "bold", color: INK.text },
  heading: { size: 12, weight: "bold", color: INK.text },
  text: { size: 9.5, color: INK.text },
  strong: { size: 9.5, weight: "bold", color: INK.text },
  small: { size: 8, color: INK.soft },
} satisfies Record<string, Style>;

/** The document being drawn: where the pen stands, and what every page repeats at its top. */
export interface Sheet {
  doc: PDFKit.PDFDocument;
  type: Typesetter;
  /** Top of the free space on the current page. */
  y: number;
  /** The line at the top of the second and later pages: whose document it is. */
  runningTitle: string;
  /** The provider's pictures; null where it has none. */
  seal: ProviderImage | null;
  signature: ProviderImage | null;
  /** Whether sections and facts stand close together and small, so that they fit on one page. */
  isTight: boolean;
}

/** Makes sure that `height` points are free below the pen; goes to a new page otherwise. True when it did. */
export function makeRoom(sheet: Sheet, height: number): boolean {
  if (sheet.y + height <= PAGE.bottom) return false;
  sheet.doc.addPage();
  sheet.y = PAGE.top + 22;
  artifact(sheet.doc, "Pagination", () => {
    const [first = ""] = sheet.type.wrap(sheet.runningTitle, PAGE.right - PAGE.left, STYLES.small);
    sheet.type.line(first, PAGE.left, PAGE.top, STYLES.small);
    rule(sheet.doc, PAGE.top + 7);
  });
  return true;
}

/** Writes "Page x of y" and a note at the foot of every page. Needs `bufferPages`; call it last. */
export function drawFooters(sheet: Sheet, note: string): void {
  const { count } = sheet.doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    sheet.doc.switchToPage(page);
    artifact(sheet.doc, "Pagination", () => {
      const pageOf = `Page ${page + 1} of ${count}`;
      rule(sheet.doc, PAGE.footer - 13);
      sheet.type.line(note, PAGE.left, PAGE.footer, STYLES.small);
      sheet.type.line(pageOf, PAGE.right - sheet.type.width(pageOf, STYLES.small), PAGE.footer, STYLES.small);
    });
  }
}

/** A thin line across the text's width. Call it inside an artifact. */
export function rule(doc: PDFKit.PDFDocument, y: number, from: number = PAGE.left, to: number = PAGE.right): void {
  doc.lineWidth(0.5).strokeColor(INK.line).moveTo(from, y).lineTo(to, y).stroke();
}
