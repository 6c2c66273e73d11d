import { stringify } from "csv-stringify/sync";
import { guardFormula } from "./formula-guard";

/** What stands between two cells. */
export const CSV_SEPARATORS = { comma: ",", semicolon: ";", tab: "\t" } as const;
export type CsvSeparator = keyof typeof CSV_SEPARATORS;

const OPTIONS = {
  quoted_string: true,
  record_delimiter: "windows",
  cast: { string: (text: string) => ({ value: guardFormula(text), quoted: true }) },
} as const;

/**
 * A table as a spreadsheet of a district takes it (S3): UTF-8 with a byte-order mark, CRLF, every text quoted so that none is
 * cut at a comma or a line break, and an apostrophe before a cell that a spreadsheet would run as a formula. Quotes say nothing
 * of types: a spreadsheet that opens the file takes the zeros from codes, unless it is told that their columns are text.
 */
export function writeCsv(rows: readonly object[], columns: readonly { key: string; header: string }[]): string {
  return stringify([...rows], {
    ...OPTIONS,
    header: true,
    columns: columns.map(({ key, header }) => ({ key, header })),
    bom: true,
  });
}

/** The same for rows that come in parts, each a list of cells: first the head alone, then part by part. */
export function csvHead(headers: readonly string[], separator: CsvSeparator): string {
  return stringify([[...headers]], { ...OPTIONS, bom: true, delimiter: CSV_SEPARATORS[separator] });
}

/** Rows that follow a head. */
export const csvRows = (rows: readonly (readonly (string | number)[])[], separator: CsvSeparator): string =>
  stringify(rows as (string | number)[][], { ...OPTIONS, delimiter: CSV_SEPARATORS[separator] });
