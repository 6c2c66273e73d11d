import { and, asc, desc, type SQL, type SQLWrapper } from "drizzle-orm";
import { PAGE_SIZE } from "~/platform/http/responses.server";
import { writeCsv } from "./csv.server";
import { lastPage, type ListShape, type ListState, readListState } from "./list-shape";

/** Where a list's rows come from. Made for one actor: what it reads is what they may see. */
export interface ListSource<Row> {
  shape: ListShape;
  /** What each sortable column sorts by, most important first. */
  order: Readonly<Record<string, readonly SQLWrapper[]>>;
  /** Unique in the list, so that no row stands on two pages. */
  tie: SQLWrapper;
  /** What each filter asks of a row. */
  where: Readonly<Record<string, (value: string) => SQL | undefined>>;
  read: (query: ListQuery) => Row[];
  count: (where: SQL | undefined) => number;
  /** What each column says in the CSV. */
  cells: Readonly<Record<string, (row: Row) => string | number | null>>;
}

export interface ListQuery {
  where: SQL | undefined;
  orderBy: SQL[];
  limit: number;
  offset: number;
}

/** One page of a list, with the state that it was read by. */
export interface ListPage<Row> {
  rows: Row[];
  total: number;
  state: ListState;
}

/** More than that is no list for a spreadsheet. */
export const MOST_CSV_ROWS = 50_000;

/** How many rows are read for a CSV at once. */
const CSV_CHUNK = 1000;

/** The page of a list that an address asks for. A page past the end is the last one. */
export function readList<Row>(source: ListSource<Row>, search: URLSearchParams): ListPage<Row> {
  const state = readListState(source.shape, search);
  const where = whereOf(source, state);
  const total = source.count(where);
  const page = Math.min(state.page, lastPage(total, PAGE_SIZE));
  const orderBy = orderOf(source, state);
  const rows = source.read({ where, orderBy, limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE });
  return { rows, total, state: { ...state, page } };
}

/** Every row that an address shows on all its pages, in its order; at most `most`. */
export function readMatching<Row>(source: ListSource<Row>, search: URLSearchParams, most: number): Row[] {
  const state = readListState(source.shape, search);
  const where = whereOf(source, state);
  const orderBy = orderOf(source, state);
  const rows: Row[] = [];
  for (let offset = 0; offset < most; offset += CSV_CHUNK) {
    const chunk = source.read({ where, orderBy, limit: Math.min(CSV_CHUNK, most - offset), offset });
    rows.push(...chunk);
    if (chunk.length < CSV_CHUNK) break;
  }
  return rows;
}

/** A list as CSV: exactly the rows, the order and the columns that an address shows, on all its pages. */
export function writeListCsv<Row>(source: ListSource<Row>, search: URLSearchParams): { csv: string; rows: number } {
  const { columns } = readListState(source.shape, search);
  const rows = readMatching(source, search, MOST_CSV_ROWS);
  const shown = source.shape.columns.filter(({ key }) => columns.includes(key));
  const lines = rows.map((row) => Object.fromEntries(shown.map(({ key }) => [key, source.cells[key]?.(row) ?? ""])));
  return {
    csv: writeCsv(
      lines,
      shown.map(({ key, label }) => ({ key, header: label })),
    ),
    rows: rows.length,
  };
}

function whereOf<Row>({ where }: ListSource<Row>, { filters }: ListState): SQL | undefined {
  return and(...Object.entries(filters).map(([name, value]) => where[name]?.(value)));
}

function orderOf<Row>({ order, tie }: ListSource<Row>, { sort }: ListState): SQL[] {
  const turn = sort.direction === "desc" ? desc : asc;
  return [...(order[sort.key] ?? []), tie].map((column) => turn(column));
}
