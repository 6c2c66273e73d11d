/** More sheets than a staff list is looked for in. */
export const MOST_SHEETS = 20;

/** What a workbook of a staff list may unpack to, bytes. */
export const MOST_UNPACKED = 150 * 1024 * 1024;

interface Member {
  name: string;
  unpacked: number;
}

/** Why a workbook is not read, by the directory of its file alone; null where it can be. */
export function faultOfWorkbook(members: readonly Member[] | null): string | null {
  if (!members) return "This workbook is broken. Open it in your spreadsheet, save it anew, and choose that file.";
  if (!members.some(({ name }) => name === "xl/workbook.xml"))
    return "This file is no Excel workbook. Save the list as .xlsx or as “CSV UTF-8”.";
  if (members.some(({ name }) => /vbaProject|\/macrosheets\//i.test(name)))
    return "This workbook holds macros. Save it as .xlsx without them.";
  const sheets = members.filter(({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name)).length;
  if (sheets === 0) return "This workbook has no sheet.";
  if (sheets > MOST_SHEETS)
    return `This workbook has ${sheets} sheets. Save the one with the staff as a workbook of its own.`;
  const unpacked = members.reduce((sum, member) => sum + member.unpacked, 0);
  return unpacked > MOST_UNPACKED ? "This workbook unpacks to more than any staff list." : null;
}

/** The ranges of merged cells that a sheet names, such as `A1:C1`. */
export const mergedIn = (sheetXml: string): string[] =>
  [...sheetXml.matchAll(/<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]+\d+:[A-Z]+\d+)"/g)].map(([, range]) => range!);

/** The first of some ranges that joins cells on a line; undefined for none. */
export function mergedOn(ranges: readonly string[], line: number): string | undefined {
  return ranges.find((range) => {
    const [, from, to] = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(range) ?? [];
    return Number(from) <= line && line <= Number(to);
  });
}

/** A cell of a workbook as text; a date as its day, a number as it is, so that what dropped zeros shows. */
export function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
  return typeof value === "string"
    ? value
    : typeof value === "number"
      ? String(value)
      : value === true
        ? "TRUE"
        : "FALSE";
}

/** Where in the file a sheet stands, counted from nothing in the order of the workbook; null where it says none. */
export function pathOfSheet(workbookXml: string, relationsXml: string, sheet: number): string | null {
  const [tag] = [...workbookXml.matchAll(/<(?:\w+:)?sheet\b[^>]*\bname="[^>]*>/g)].slice(sheet, sheet + 1);
  const id = tag && /\b\w+:id="([^"]+)"/.exec(tag[0])?.[1];
  const relation = [...relationsXml.matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)].find(
    ([each]) => /\bId="([^"]+)"/.exec(each)?.[1] === id,
  );
  const target = relation && /\bTarget="([^"]+)"/.exec(relation[0])?.[1];
  if (!target) return null;
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

/** What a formula that went wrong leaves in its cell. */
export const CELL_ERROR = /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;

/** Cells of a sheet that hold an error, which its reader takes for empty: line and column from nothing, and the error. */
export function errorsIn(sheetXml: string): { row: number; column: number; text: string }[] {
  const cells = sheetXml.matchAll(/<(?:\w+:)?c\b([^>]*\bt="e"[^>]*)>(.*?)<\/(?:\w+:)?c>/gs);
  return [...cells].flatMap(([, attributes, inside]) => {
    const [, letters, line] = /\br="([A-Z]+)(\d+)"/.exec(attributes!) ?? [];
    const [, text] = /<(?:\w+:)?v>([^<]+)</.exec(inside!) ?? [];
    if (!letters || !line) return [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return [{ row: Number(line) - 1, column, text: text ?? "#N/A" }];
  });
}
