import readWorkbook, { type CellValue } from "read-excel-file/node";
import { listMembers, unpackMember, type ZipMember } from "~/platform/files/zip-member.server";
import { findHead, type RawTable, type TableRead } from "./read-table";
import { faultOfWorkbook, MOST_UNPACKED, errorsIn, mergedIn, mergedOn, pathOfSheet, textOfCell } from "./workbook";

const UNREADABLE = "This workbook cannot be read. Open it in your spreadsheet, save it anew, and choose that file.";

/** A workbook as the cells of the sheet that holds the staff: the first with a head. Or in one line why it is not read. */
export async function readWorkbookTable(bytes: Buffer): Promise<TableRead<RawTable>> {
  const members = listMembers(bytes);
  const fault = faultOfWorkbook(members);
  if (fault !== null || !members) return { ok: false, words: fault ?? "" };
  let sheets: { sheet: string; rows: RawTable["rows"] }[];
  try {
    const read = await readWorkbook(bytes);
    sheets = read.map(({ sheet, data }) => ({ sheet, rows: data.map(rowOf) }));
  } catch {
    return { ok: false, words: UNREADABLE };
  }
  const at = Math.max(
    0,
    sheets.findIndex(({ rows }) => findHead(rows) >= 0),
  );
  const chosen = sheets[at]!;
  const xml = sheetXml(bytes, members, at);
  const merged = mergedHead(xml, chosen.rows);
  if (merged !== undefined)
    return {
      ok: false,
      words: `In the head, cells are merged (${merged}). Part them, so that each column has a name of its own.`,
    };
  for (const { row, column, text } of errorsIn(xml)) if (chosen.rows[row]) chosen.rows[row].cells[column] = text;
  const others = sheets.filter((each) => each !== chosen && each.rows.length > 0);
  return { ok: true, table: { ...chosen, otherSheets: others.map(({ sheet }) => sheet) } };
}

const rowOf = (cells: readonly (CellValue | null)[], index: number) => ({
  line: index + 1,
  cells: cells.map(textOfCell),
});

function sheetXml(bytes: Buffer, members: readonly ZipMember[], sheet: number): string {
  const textOf = (name: string | null): string => {
    const member = members.find((each) => each.name === name);
    return (member && unpackMember(bytes, member, MOST_UNPACKED)?.toString("utf8")) ?? "";
  };
  return textOf(pathOfSheet(textOf("xl/workbook.xml"), textOf("xl/_rels/workbook.xml.rels"), sheet));
}

function mergedHead(xml: string, rows: RawTable["rows"]): string | undefined {
  const head = findHead(rows);
  // Where no head was found, the first line may be one that was merged away.
  return mergedOn(mergedIn(xml), head < 0 ? 1 : head + 1);
}
