import { csvHead, csvRows } from "~/platform/lists/csv.server";
import { dateOf } from "~/platform/time/time-zone";
import type { CellKind } from "~/platform/workbooks/sheet-cell";
import { WORKBOOK_TYPE, writeWorkbook } from "~/platform/workbooks/workbook.server";
import type { ExportRow } from "~/hr/exports/export-row";
import { cellsOf, columnOf, type ExportFormat, PLAIN_LAYOUT } from "~/hr/exports/layouts/export-layout";
import type { ExportOrder } from "./export-order";

/** What the file of each format is to a browser. */
export const EXPORT_TYPES: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: WORKBOOK_TYPE,
};

const KINDS: Record<string, CellKind> = { hours: "number", amount: "amount", day: "day", time: "time" };

/** The file of an export (S3) as it is written, from rows that come in parts. */
export async function* writeExportFile(
  { format, layout }: Pick<ExportOrder, "format" | "layout">,
  parts: AsyncIterable<readonly ExportRow[]>,
  at: number,
): AsyncGenerator<string | Buffer> {
  const shape = layout ?? PLAIN_LAYOUT;
  const rows = cellParts(parts);
  if (format === "xlsx") {
    const columns = shape.columns.map(({ key, header }) => {
      const { holds, width } = columnOf(key);
      return { header, kind: KINDS[holds ?? ""] ?? ("text" as const), width: Math.max(width, header.length + 4) };
    });
    yield* writeWorkbook([{ name: "Clock hours", columns, rows }], { at: new Date(at), days: shape.days });
    return;
  }
  yield csvHead(
    shape.columns.map(({ header }) => header),
    shape.separator,
  );
  for await (const part of rows) yield csvRows(part, shape.separator);

  async function* cellParts(given: AsyncIterable<readonly ExportRow[]>) {
    for await (const part of given) yield part.map((row) => cellsOf(row, shape, format));
  }
}

/** What an export's file is called, by the day it was made in a zone: "clock-hours-17401-2027-03-10.csv". */
export function exportFileName(
  organisation: { code: string | null; name: string },
  { madeAt, timeZone, format }: { madeAt: number; timeZone: string; format: ExportFormat },
): string {
  const whose = (organisation.code ?? organisation.name).replaceAll(/[^A-Za-z0-9._-]+/g, "-");
  return `clock-hours-${whose}-${dateOf(madeAt, timeZone)}.${format}`;
}
