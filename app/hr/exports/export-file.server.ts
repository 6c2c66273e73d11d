import { stringify } from "csv-stringify/sync";
import { dateOf } from "~/platform/time/time-zone";
import { EXPORT_COLUMNS, type ExportRow } from "./export-row";

/**
 * The CSV of an export (S3): UTF-8 with a byte-order mark, CRLF, every text quoted so that codes keep their zeros, and
 * an apostrophe before a cell that a spreadsheet would run as a formula.
 */
export function writeExportFile(rows: readonly ExportRow[]): string {
  return stringify([...rows], {
    header: true,
    columns: EXPORT_COLUMNS.map(({ key, header }) => ({ key, header })),
    bom: true,
    quoted_string: true,
    record_delimiter: "windows",
    escape_formulas: true,
  });
}

/** What an export's file is called, by the day it was made in a zone: "clock-hours-17401-2027-03-10.csv". */
export function exportFileName(organisation: { code: string | null; name: string }, madeAt: number, timeZone: string) {
  return `clock-hours-${organisation.code ?? organisation.name}-${dateOf(madeAt, timeZone)}.csv`;
}
