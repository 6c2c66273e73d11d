import { dateOf } from "~/platform/time/time-zone";
import { writeCsv } from "~/platform/lists/csv.server";
import { EXPORT_COLUMNS, type ExportRow } from "./export-row";

/** The CSV of an export (S3). */
export const writeExportFile = (rows: readonly ExportRow[]): string => writeCsv(rows, EXPORT_COLUMNS);

/** What an export's file is called, by the day it was made in a zone: "clock-hours-17401-2027-03-10.csv". */
export function exportFileName(organisation: { code: string | null; name: string }, madeAt: number, timeZone: string) {
  return `clock-hours-${organisation.code ?? organisation.name}-${dateOf(madeAt, timeZone)}.csv`;
}
