import { parse } from "csv-parse/sync";

/** A row of a report: its cells, trimmed, and the number of the physical line on which it begins, from 1. */
export interface ReportRow {
  line: number;
  cells: string[];
}

/** Physical lines; an end of line after the last is not the beginning of another. */
export const countLines = (text: string): number => text.replace(/\n$/, "").split("\n").length;

/** Ends of lines as one sign, so that they can be counted. */
export const withPlainEnds = (text: string): string => text.replaceAll(/\r\n?/g, "\n");

/** The rows of a text whose cells are parted by a sign; rows without a word are left out. Quotes that never end are letters. */
export function rowsOf(text: string, delimiter: string): ReportRow[] {
  return (parsed(text, delimiter, '"') ?? parsed(text, delimiter, false) ?? []).filter(({ cells }) =>
    cells.some((cell) => cell !== ""),
  );
}

function parsed(text: string, delimiter: string, quote: string | false): ReportRow[] | null {
  try {
    const found = parse(text, {
      delimiter,
      quote,
      info: true,
      record_delimiter: "\n",
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      trim: true,
    }) as unknown as { info: { lines: number }; record: string[] }[];
    let end = 0;
    return found.map(({ info, record }) => {
      const row = { line: end + 1, cells: record.map((cell) => cell.trim()) };
      end = info.lines;
      return row;
    });
  } catch {
    return null;
  }
}
