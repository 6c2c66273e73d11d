import { PDFDocument } from "@cantoo/pdf-lib";
import type { BindingJob, BoundPart } from "./bound-part";

/** US Letter with its margin, in points. */
const LETTER = { width: 612, height: 792, margin: 36 };

/** The pages of all parts in one PDF, in their order; pictures on pages of their own. Rejects where a part cannot be read. */
export async function bind({ title, author, madeAt, parts }: BindingJob): Promise<Uint8Array> {
  const bound = await PDFDocument.create();
  bound.setTitle(title, { showInWindowTitleBar: true });
  bound.setAuthor(author);
  bound.setCreator("Hourbook");
  bound.setLanguage("en-US");
  bound.setCreationDate(new Date(madeAt));
  bound.setModificationDate(new Date(madeAt));
  for (const part of parts) await append(bound, part);
  return bound.save();
}

/** How many pages each part has; 0 for one that cannot be read, and is left a file apart. */
export async function countPages(parts: readonly BoundPart[]): Promise<number[]> {
  const counts: number[] = [];
  for (const part of parts) counts.push(await pagesOf(part));
  return counts;
}

async function pagesOf(part: BoundPart): Promise<number> {
  try {
    return await append(await PDFDocument.create(), part);
  } catch {
    return 0;
  }
}

async function append(bound: PDFDocument, { type, bytes }: BoundPart): Promise<number> {
  if (type === "application/pdf") {
    const read = await PDFDocument.load(bytes, { updateMetadata: false });
    const pages = await bound.copyPages(read, read.getPageIndices());
    for (const page of pages) bound.addPage(page);
    return pages.length;
  }
  const picture = type === "image/png" ? await bound.embedPng(bytes) : await bound.embedJpg(bytes);
  const { width, height } = picture.scaleToFit(LETTER.width - 2 * LETTER.margin, LETTER.height - 2 * LETTER.margin);
  const page = bound.addPage([LETTER.width, LETTER.height]);
  page.drawImage(picture, { x: LETTER.margin, y: LETTER.height - LETTER.margin - height, width, height });
  return 1;
}
