import { cellText, type CellKind, type CellValue, columnLetters, LONGEST_CELL, numberIn } from "./sheet-cell";

/** A column of a sheet: what its head says, what its cells hold, and how wide it is, in characters. */
export interface SheetColumn {
  header: string;
  kind: CellKind;
  width: number;
}

/** How days are shown, as a spreadsheet writes formats. */
export const DAY_FORMATS = ["yyyy-mm-dd", "m/d/yyyy", "mm/dd/yyyy", "yyyymmdd"] as const;
export type DayFormat = (typeof DAY_FORMATS)[number];

/** Rows of a sheet, its head among them, as Excel takes them. */
export const MOST_SHEET_ROWS = 1_048_576;

const HEADER = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** The styles in the order in which `stylesXml` writes them. */
const STYLE: Record<CellKind | "head", number> = { text: 1, number: 0, amount: 2, day: 3, time: 4, head: 5 };

/** Everything of a sheet before its first row: the head stays in sight, and every column has its width. */
export function sheetStart(columns: readonly SheetColumn[]): string {
  const widths = columns.map(
    ({ width, kind }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${STYLE[kind]}" customWidth="1"/>`,
  );
  return (
    `${HEADER}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join("")}</cols><sheetData>` +
    headRow(columns)
  );
}

const headRow = (columns: readonly SheetColumn[]): string =>
  `<row r="1">${columns.map(({ header }, index) => textCell(`${columnLetters(index)}1`, header, STYLE.head)).join("")}</row>`;

/**
 * One row. A text is always a text, whatever it begins with: a formula is another kind of cell, so none can come about.
 * @param row its number in the sheet, from 1
 */
export function rowXml(row: number, columns: readonly SheetColumn[], values: readonly CellValue[]): string {
  const cells = columns.map(({ kind }, index) => cellXml(`${columnLetters(index)}${row}`, kind, values[index] ?? ""));
  return `<row r="${row}">${cells.join("")}</row>`;
}

function cellXml(place: string, kind: CellKind, value: CellValue): string {
  if (value === "") return "";
  const number = numberIn(kind, value);
  return number === null
    ? textCell(place, String(value), STYLE.text)
    : `<c r="${place}" s="${STYLE[kind]}"><v>${number}</v></c>`;
}

const textCell = (place: string, text: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text.slice(0, LONGEST_CELL))}</t></is></c>`;

/** Everything after the last row: its filter, and that numbers kept as text are meant. */
export function sheetEnd(columns: readonly SheetColumn[], rows: number): string {
  const all = areaOf(columns, rows);
  return (
    `</sheetData><autoFilter ref="${all}"/>` +
    `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors></worksheet>`
  );
}

const areaOf = (columns: readonly SheetColumn[], rows: number): string =>
  `A1:${columnLetters(Math.max(0, columns.length - 1))}${rows + 1}`;

/** What the file's other parts say, by their names; `rows` without the head. */
export function workbookParts(
  sheets: readonly { name: string; columns: readonly SheetColumn[]; rows: number }[],
  days: DayFormat,
): [name: string, xml: string][] {
  const each = (write: (index: number) => string) => sheets.map((_sheet, index) => write(index)).join("");
  const filters = sheets.map(
    ({ name, columns, rows }, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">'${cellText(name.replaceAll("'", "''"))}'!${fixed(areaOf(columns, rows))}</definedName>`,
  );
  return [
    ["xl/styles.xml", stylesXml(days)],
    [
      "xl/workbook.xml",
      `${HEADER}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><bookViews><workbookView/></bookViews><sheets>` +
        each(
          (index) => `<sheet name="${cellText(sheets[index]!.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
        ) +
        `</sheets><definedNames>${filters.join("")}</definedNames></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">` +
        each(
          (index) =>
            `<Relationship Id="rId${index + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
        ) +
        `<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
  ];
}

const fixed = (area: string): string => area.replaceAll(/([A-Z]+)(\d+)/g, "$$$1$$$2");

/** The parts that come first, since programs tell by them what the file is. */
export function firstParts(sheets: number): [name: string, xml: string][] {
  const type = (part: string, kind: string) =>
    `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${kind}+xml"/>`;
  const overrides = Array.from({ length: sheets }, (_each, index) =>
    type(`/xl/worksheets/sheet${index + 1}.xml`, "worksheet"),
  );
  return [
    [
      "[Content_Types].xml",
      `${HEADER}<Types xmlns="${PACKAGE}/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        '<Default Extension="xml" ContentType="application/xml"/>' +
        `${type("/xl/workbook.xml", "sheet.main")}${type("/xl/styles.xml", "styles")}${overrides.join("")}</Types>`,
    ],
    [
      "_rels/.rels",
      `${HEADER}<Relationships xmlns="${PACKAGE}/relationships">` +
        `<Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
  ];
}

function stylesXml(days: DayFormat): string {
  const format = (id: number, more = "") =>
    `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}/>`;
  const time = `${days} hh:mm`;
  return (
    `${HEADER}<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="${days}"/>` +
    `<numFmt numFmtId="165" formatCode="${time}"/></numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="6">${format(0)}${format(49)}${format(2)}${format(164)}${format(165)}` +
    '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
