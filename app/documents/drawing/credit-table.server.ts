import { dayOf, formatHours, formatQuarterCredits, plural } from "~/platform/format";
import { STYLES, type Sheet } from "./page.server";
import { drawParagraph, drawSection } from "./prose.server";
import { drawTable, type Cell, type Column } from "./table.server";
import { group, type Tag } from "./tags.server";
import { totalsOf, type TranscriptLine } from "~/documents/issuing/transcript-parameters";

const COLUMNS: Column[] = [
  { title: "Completed", width: 65 },
  { title: "Course", width: 130 },
  { title: "In-service number", width: 86 },
  { title: "Provider", width: 99 },
  { title: "Designations, hours", width: 78 },
  { title: "Clock hours", width: 41, align: "right" },
  { title: "Quarter credits", width: 41, align: "right" },
];

/** Every line with its fields, and their sum (D2, D3). */
export function drawCredits(sheet: Sheet, root: Tag, lines: TranscriptLine[]): void {
  const section = group(sheet.doc, root, "Sect");
  drawSection(sheet, section, "Clock hours earned");
  if (lines.length === 0) {
    drawParagraph(sheet, section, "No clock hours were posted for this period.", STYLES.text);
  } else {
    const { minutes } = totalsOf(lines);
    const totals = [
      "Total",
      plural(lines.length, "course"),
      "",
      "",
      "",
      formatHours(minutes),
      formatQuarterCredits(minutes),
    ];
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

/** What the hours come to, by school year and by designation (D3). */
export function drawTotals(sheet: Sheet, root: Tag, lines: TranscriptLine[]): void {
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
