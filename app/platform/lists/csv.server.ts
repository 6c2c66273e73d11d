import { stringify } from "csv-stringify/sync";

/**
 * A table as a spreadsheet of a district takes it (S3): UTF-8 with a byte-order mark, CRLF, every text quoted so that none is
 * cut at a comma or a line break, and an apostrophe before a cell that a spreadsheet would run as a formula. Quotes say nothing
 * of types: a spreadsheet that opens the file takes the zeros from codes, unless it is told that their columns are text.
 */
export function writeCsv(rows: readonly object[], columns: readonly { key: string; header: string }[]): string {
  return stringify([...rows], {
    header: true,
    columns: columns.map(({ key, header }) => ({ key, header })),
    bom: true,
    quoted_string: true,
    record_delimiter: "windows",
    escape_formulas: true,
  });
}
