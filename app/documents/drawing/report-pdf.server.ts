import PDFDocument from "pdfkit";
import { Typesetter } from "~/documents/typesetting/typesetter.server";
import { drawFooters, PAGE, type Sheet, STYLES } from "./page.server";
import { drawFact, drawParagraph, drawSection } from "./prose.server";
import type { Report } from "./report";
import { drawTable } from "./table.server";
import { group, tagged } from "./tags.server";

/** Draws a report as a tagged PDF on US Letter (D6). The same report gives the same bytes. */
export function renderReport(report: Report): Promise<Buffer> {
  const doc = new PDFDocument({
    size: "LETTER",
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-US",
    displayTitle: true,
    info: { Title: report.title, Author: report.author, Creator: "Hourbook", CreationDate: new Date(report.madeAt) },
  });
  const chunks: Buffer[] = [];
  const finished = new Promise<Buffer>((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  draw(doc, report);
  doc.end();
  return finished;
}

function draw(doc: PDFKit.PDFDocument, report: Report): void {
  const { title, author, lead, facts, table, notes, signatures, foot } = report;
  const root = doc.struct("Document", { title });
  doc.addStructure(root);
  doc.addPage();
  const nothing = { seal: null, signature: null, isTight: false };
  const sheet: Sheet = {
    doc,
    type: new Typesetter(doc),
    y: PAGE.top,
    runningTitle: `${title} · ${author}`,
    ...nothing,
  };
  drawParagraph(sheet, root, author, STYLES.heading);
  doc.outline.addItem(title);
  for (const line of sheet.type.wrap(title, PAGE.right - PAGE.left, STYLES.title)) {
    tagged(doc, root, "H1", () => sheet.type.line(line, PAGE.left, sheet.y + 18, STYLES.title));
    sheet.y += 26;
  }
  drawParagraph(sheet, root, lead, STYLES.text);
  sheet.y += 6;
  for (const { label, value } of facts) drawFact(sheet, root, label, value);
  const section = group(doc, root, "Sect");
  drawSection(sheet, section, table.heading);
  if (table.rows.length === 0) drawParagraph(sheet, section, table.empty, STYLES.text);
  else drawTable(sheet, section, table);
  sheet.y += 6;
  for (const note of notes) drawParagraph(sheet, section, note, STYLES.small);
  section.end();
  sheet.y += 14;
  for (const label of signatures) {
    drawFact(sheet, root, label, null, { width: 360 });
    sheet.y += 8;
  }
  root.end();
  drawFooters(sheet, foot);
}
