import { openPdf } from "~/documents/drawing/document-pdf.server";
import { drawFooters, PAGE, STYLES, type Sheet } from "~/documents/drawing/page.server";
import { drawFact, drawParagraph, drawSection } from "~/documents/drawing/prose.server";
import { drawTranscriptSections } from "~/documents/drawing/section-table.server";
import { group, tagged, type Tag } from "~/documents/drawing/tags.server";
import type { TranscriptSection } from "~/documents/issuing/transcript-section";
import { Typesetter } from "~/documents/typesetting/typesetter.server";

/** The first pages of a pack. */
export interface PackCover {
  title: string;
  author: string;
  /** Epoch milliseconds. */
  madeAt: number;
  /** Whose it is, and of when: label and value. */
  facts: readonly (readonly [string, string])[];
  /** How complete it is. */
  sentence: string;
  /** What is missing, a line each. */
  missing: readonly string[];
  /** How to read it. */
  note: string;
  sections: readonly TranscriptSection[];
}

/** Draws the cover of a pack as a tagged PDF (D6): what is missing stands first, then the index. */
export async function drawPackCover(cover: PackCover): Promise<Buffer> {
  const { title, author, madeAt } = cover;
  const { doc, finished } = openPdf({ title, author, keywords: "", madeAt });
  const root = doc.struct("Document", { title });
  doc.addStructure(root);
  doc.addPage();
  const sheet: Sheet = {
    doc,
    type: new Typesetter(doc),
    y: PAGE.top,
    runningTitle: title,
    seal: null,
    signature: null,
    isTight: false,
  };
  drawFirstPage(sheet, root, cover);
  drawTranscriptSections(sheet, root, cover.sections);
  root.end();
  drawFooters(sheet, title);
  doc.end();
  return finished;
}

function drawFirstPage(sheet: Sheet, root: Tag, { title, facts, sentence, missing, note }: PackCover): void {
  const { doc, type } = sheet;
  doc.outline.addItem(title);
  tagged(doc, root, "H1", () => {
    for (const line of type.wrap(title, PAGE.right - PAGE.left, STYLES.title)) {
      type.line(line, PAGE.left, sheet.y + 18, STYLES.title);
      sheet.y += 25;
    }
  });
  sheet.y += 4;
  for (const [label, value] of facts) drawFact(sheet, root, label, value);
  const section = group(doc, root, "Sect");
  drawSection(sheet, section, missing.length > 0 ? "What is missing" : "Complete");
  drawParagraph(sheet, section, sentence, STYLES.strong);
  for (const line of missing) drawParagraph(sheet, section, line, STYLES.text);
  sheet.y += 6;
  drawParagraph(sheet, section, note, STYLES.small);
  section.end();
}
