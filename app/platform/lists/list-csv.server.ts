import { csvHead, csvRows } from "./csv.server";
import { MOST_CSV_ROWS } from "./list-limit";
import { countMatching, known, type ListSource, readParts } from "./list-query.server";
import { readListState } from "./list-shape";

/** A list as a file: how many rows it holds, and how many there are. */
export interface ListCsv {
  csv: string;
  rows: number;
  total: number;
}

/** A list as CSV: exactly the rows, the order and the columns that an address shows, on all its pages; at most `most`. */
export function writeListCsv<Row>(source: ListSource<Row>, search: URLSearchParams, most = MOST_CSV_ROWS): ListCsv {
  const { columns } = readListState(source.shape, search);
  const shown = source.shape.columns.filter(({ key, bare }) => columns.includes(key) && !bare);
  const cells = shown.map(({ key }) => known(source.cells, key, source.shape));
  const lines = [
    csvHead(
      shown.map(({ label }) => label),
      "comma",
    ),
  ];
  let rows = 0;
  for (const part of readParts(source, search, most)) {
    const values = part.map((row) => cells.map((cell) => cell(row) ?? ""));
    lines.push(csvRows(values, "comma"));
    rows += part.length;
  }
  return {
    csv: lines.join(""),
    rows,
    // Only a file that is full may leave rows out.
    total: rows < most ? rows : countMatching(source, search),
  };
}
