import PDFDocument from "pdfkit";
import { formatHours, formatQuarterCredits } from "~/platform/format";
import { dayOf } from "./day";
import { drawLetterhead } from "./letterhead.server";
import { drawFooters, PAGE, STYLES, type Sheet } from "./page.server";
import { drawParagraph, drawSection } from "./prose.server";
import { drawSignature } from "./signature.server";
import { drawTable, type Cell, type Column } from "./table.server";
import { group, type Tag } from "./tags.server";
import { totalsOf, type TranscriptLine, type TranscriptParameters } from "./transcript-parameters";
import { Typesetter } from "./typesetter.server";

const COLUMNS: Column[] = [
  { title: "Completed", width: 65 },
  { title: "Course", width: 130 },
  { title: "In-service number", width: 86 },
  { title: "Provider", width: 99 },
  { title: "Designations, hours", width: 78 },
  { title: "Clock hours", width: 41, align: "right" },
  { title: "Quarter credits", width: 41, align: "right" },
];

/**
 * Draws a transcript (D2, D3) as a tagged PDF on US Letter (D6). The same parameters give the same bytes. Reads no clock
 * and no database; rejects only when the font packages are missing.
 */
export async function renderTranscript(parameters: TranscriptParameters): Promise<Buffer> {
  const doc = openDocument(parameters);
  const finished = collect(doc);
  const root = doc.struct("Document", { title: parameters.title });
  doc.addStructure(root);
  doc.addPage();
  const runningTitle = `${parameters.educator.legalName} · ${parameters.title} · code ${parameters.code}`;
  const sheet: Sheet = { doc, type: new Typesetter(doc), y: PAGE.top, runningTitle };

  drawLetterhead(sheet, root, parameters);
  drawCredits(sheet, root, parameters.lines);
  if (parameters.lines.length > 0) drawTotals(sheet, root, parameters.lines);
  drawSignature(sheet, root, parameters);
  root.end();
  drawFooters(sheet, `Issued ${dayOf(parameters.issuedOn)} by ${parameters.provider.name} · code ${parameters.code}`);
  doc.end();
  return finished;
}

function openDocument({ title, educator, provider, issuedOn }: TranscriptParameters): PDFKit.PDFDocument {
  return new PDFDocument({
    size: "LETTER",
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: "1.7",
    tagged: true,
    lang: "en-US",
    displayTitle: true,
    info: {
      Title: `${title}: ${educator.legalName}`,
      Author: provider.name,
      Creator: "Hourbook",
      CreationDate: new Date(`${issuedOn}T12:00:00Z`),
    },
  });
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
}

function drawCredits(sheet: Sheet, root: Tag, lines: TranscriptLine[]): void {
  const section = group(sheet.doc, root, "Sect");
  drawSection(sheet, section, "Clock hours earned");
  if (lines.length === 0) {
    drawParagraph(sheet, section, "No clock hours were posted for this period.", STYLES.text);
  } else {
    const { minutes } = totalsOf(lines);
    const totals = ["Total", plural(lines.length), "", "", "", formatHours(minutes), formatQuarterCredits(minutes)];
    drawTable(sheet, section, { columns: COLUMNS, rows: lines.map(rowOf), totals: totals.map(bold) });
  }
  section.end();
}

function rowOf(line: TranscriptLine): Cell[] {
  const started = line.startedOn === line.completedOn ? [] : [{ text: `Began ${dayOf(line.startedOn)}`, soft: true }];
  const instructor = line.instructor ? [{ text: `Instructor: ${line.instructor}`, soft: true }] : [];
  const corrected = line.version > 1 ? [{ text: `Corrected, version ${line.version}`, soft: true }] : [];
  return [
    [{ text: dayOf(line.completedOn) }],
    [{ text: line.courseTitle }, ...started, ...instructor, ...corrected],
    [{ text: line.inServiceNumber }],
    [{ text: line.providerName }, { text: `Approved for ${line.providerApprovalYear}`, soft: true }],
    line.designations.map(({ code, minutes }) => ({ text: `${code} ${formatHours(minutes)}` })),
    [{ text: formatHours(line.minutes) }],
    [{ text: formatQuarterCredits(line.minutes) }],
  ];
}

function drawTotals(sheet: Sheet, root: Tag, lines: TranscriptLine[]): void {
  const { byDesignation, bySchoolYear } = totalsOf(lines);
  const section = group(sheet.doc, root, "Sect");
  drawSection(sheet, section, "Totals by school year", 60);
  const columns = (first: string): Column[] => [
    { title: first, width: 200 },
    { title: "Clock hours", width: 80, align: "right" },
    { title: "Quarter credits", width: 90, align: "right" },
  ];
  const rows = (sums: [string, number][]): Cell[][] =>
    sums.map(([name, minutes]) =>
      [name, formatHours(minutes), formatQuarterCredits(minutes)].map((text) => [{ text }]),
    );
  drawTable(sheet, section, {
    columns: columns("School year (September to August)"),
    rows: rows(bySchoolYear.map(({ schoolYear, minutes }) => [schoolYear, minutes])),
  });
  if (byDesignation.length > 0) {
    drawSection(sheet, section, "Totals by designation", 60);
    drawTable(sheet, section, {
      columns: columns("Designation"),
      rows: rows(byDesignation.map(({ code, minutes }) => [code, minutes])),
    });
    sheet.y += 4;
    drawParagraph(sheet, section, "An hour may count for more than one designation.", STYLES.small);
  }
  section.end();
}

function bold(text: string): Cell {
  return [{ text, bold: true }];
}

function plural(count: number): string {
  return count === 1 ? "1 course" : `${count} courses`;
}
