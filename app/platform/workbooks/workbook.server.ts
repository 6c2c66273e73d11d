import type { CellValue } from "./sheet-cell";
import {
  type DayFormat,
  firstParts,
  MOST_SHEET_ROWS,
  rowXml,
  sheetEnd,
  type SheetColumn,
  sheetStart,
  workbookParts,
} from "./sheet-xml";
import { writeZip, type ZipEntry } from "./zip-writer.server";

export const WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A sheet whose rows come in parts, so that they never have to be in memory all at once. */
export interface Sheet {
  /** At most 31 characters, none of []:*?/\ */
  name: string;
  columns: readonly SheetColumn[];
  rows: AsyncIterable<readonly (readonly CellValue[])[]> | Iterable<readonly (readonly CellValue[])[]>;
}

/** More rows than a sheet takes. */
export class SheetTooLong extends Error {}

/**
 * A workbook (.xlsx) as it is written: codes as text, days as days, numbers as numbers, the head in sight, a filter on it.
 * @throws SheetTooLong, when there are more rows than a sheet holds
 */
export function writeWorkbook(
  sheets: readonly Sheet[],
  { at, days = "yyyy-mm-dd" }: { at: Date; days?: DayFormat },
): AsyncGenerator<Buffer> {
  const counts = sheets.map(({ name, columns }) => ({ name, columns, rows: 0 }));
  function* entries(): Generator<ZipEntry> {
    for (const [name, xml] of firstParts(sheets.length)) yield { name, pieces: [xml] };
    for (const [index, sheet] of sheets.entries()) {
      yield { name: `xl/worksheets/sheet${index + 1}.xml`, pieces: sheetPieces(sheet, counts[index]!) };
    }
    // They name the last row, which is known only now.
    for (const [name, xml] of workbookParts(counts, days)) yield { name, pieces: [xml] };
  }
  return writeZip(entries(), at);
}

async function* sheetPieces({ columns, rows }: Sheet, count: { rows: number }): AsyncGenerator<string> {
  yield sheetStart(columns);
  for await (const part of rows) {
    if (count.rows + part.length >= MOST_SHEET_ROWS) throw new SheetTooLong();
    // The head is row 1.
    yield part.map((values) => rowXml(++count.rows + 1, columns, values)).join("");
  }
  yield sheetEnd(columns, count.rows);
}
