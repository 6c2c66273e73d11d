import { and, asc, desc, type SQL, type SQLWrapper } from "drizzle-orm";
import type { Reader } from "~/platform/database/database.server";
import { isAmong } from "~/platform/database/among.server";
import { countRows } from "~/platform/database/rows.server";
import { PAGE_SIZE } from "~/platform/http/responses.server";
import { MOST_MATCHING } from "./list-limit";
import { type ListShape, type ListState, readListState } from "./list-shape";

/** The order of an age is that of its beginning the other way round: said so, an index of the beginning has it. */
class Age {
  constructor(readonly since: SQLWrapper) {}
}

/** What a column of ages sorts by: the oldest began first. */
export const ageSince = (since: SQLWrapper): Age => new Age(since);

/** Where a list's rows come from. Made for one actor: what it reads is what they may see. */
export interface ListSource<Row> {
  shape: ListShape;
  /** What each sortable column sorts by, most important first. */
  order: Readonly<Record<string, readonly (SQLWrapper | Age)[]>>;
  /** Unique in the list, so that no row stands on two pages. */
  tie: SQLWrapper;
  /** What each filter asks of a row. */
  where: Readonly<Record<string, (value: string) => SQL | undefined>>;
  read: (query: ListQuery) => Row[];
  /** The rows of these ids, in their order, where `ids` found them by a query. */
  readThese?: (ids: readonly string[], query: ListQuery) => Row[];
  /** How many rows there are, counted no further than `most`. */
  count: (where: SQL | undefined, most?: number) => number;
  /** Filters for which the whole list is read, though few rows fit them. */
  soughtEverywhere?: readonly string[];
  /** For lists whose rows are chosen: the ids of what a query means. Tells nobody anything. */
  ids?: (query: ListQuery) => string[];
  /** What each column says in the CSV. */
  cells: Readonly<Record<string, (row: Row) => string | number | null>>;
}

export interface ListQuery {
  where: SQL | undefined;
  orderBy: SQL[];
  limit: number;
  offset: number;
}

/** The rows of a list as drizzle asks for them. */
interface RowSelect<Joined> extends SQLWrapper {
  all: () => Joined[];
  limit: (limit: number) => SQLWrapper;
  orderBy: (...columns: SQL[]) => {
    limit: (limit: number) => { offset: (offset: number) => { all: () => Joined[] } };
  };
}

/** The same rows by their ids alone: with left joins, which SQLite leaves out where neither filter nor order asks for them. */
export interface NarrowRows {
  select: (where: SQL | undefined) => RowSelect<{ id: string }>;
  /** What the ids are of. */
  of: SQLWrapper;
}

interface RowWords<Joined, Row> {
  /** For lists of thousands: the rows are found, counted and named by this, and joined for one page. */
  narrow?: NarrowRows;
  /** For lists whose rows are chosen. */
  id?: (joined: Joined) => string;
  /** Makes rows of what was read, and tells the log who was looked at. */
  describe: (joined: Joined[], query: ListQuery) => Row[];
}

/** What a source counts, reads and names by id where all of it follows from one select. */
export function rowsOf<Joined, Row>(
  db: Reader,
  select: (where: SQL | undefined) => RowSelect<Joined>,
  { id, describe, narrow }: RowWords<Joined, Row>,
): Pick<ListSource<Row>, "count" | "read" | "readThese" | "ids"> {
  const found = narrow?.select ?? select;
  const ids = narrow
    ? (query: ListQuery) => readPage(narrow.select, query).map((row) => row.id)
    : id && ((query: ListQuery) => readPage(select, query).map(id));
  const count = (where: SQL | undefined, most?: number) =>
    countRows(db, most === undefined ? found(where) : found(where).limit(most));
  if (!narrow || !id || !ids)
    return { count, read: (query) => describe(readPage(select, query), query), ...(ids ? { ids } : {}) };
  const readThese = (wanted: readonly string[], query: ListQuery) => {
    const rows = new Map(
      select(isAmong(narrow.of, wanted))
        .all()
        .map((row) => [id(row), row]),
    );
    // Between the two somebody may have taken a row away.
    return describe(
      wanted.flatMap((each) => rows.get(each) ?? []),
      query,
    );
  };
  return { count, ids, readThese, read: (query) => readThese(ids(query), query) };
}

/** The rows of a page, as one select has them. */
export const readPage = <Joined>(
  select: (where: SQL | undefined) => Pick<RowSelect<Joined>, "orderBy">,
  { where, orderBy, limit, offset }: ListQuery,
): Joined[] =>
  select(where)
    .orderBy(...orderBy)
    .limit(limit)
    .offset(offset)
    .all();

/** How many rows are read at once where thousands are: by their ids, and by their place in a list that has to be sorted for each part. */
const PART = 200;
const SORTED_PART = 1000;

/** What a page of an address asks for. */
export function pageQuery<Row>(source: ListSource<Row>, search: URLSearchParams, page: number): ListQuery {
  const state = readListState(source.shape, search);
  const rest = { limit: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  return { where: whereOf(source, state), orderBy: orderOf(source, state), ...rest };
}

/** How many rows an address shows on all its pages, counted no further than `most`. */
export function countMatching<Row>(source: ListSource<Row>, search: URLSearchParams, most?: number): number {
  return source.count(whereOf(source, readListState(source.shape, search)), most);
}

/** The ids of the first rows that an address shows on all its pages, to do something with them. */
export function listMatchingIds<Row>(
  source: ListSource<Row>,
  search: URLSearchParams,
  most: number = MOST_MATCHING,
): string[] {
  const { shape, ids } = source;
  if (!ids) throw new Error(`The rows of ${shape.name} cannot be chosen`);
  const state = readListState(shape, search);
  return ids({ where: whereOf(source, state), orderBy: orderOf(source, state), limit: most, offset: 0 });
}

/** Every row that an address shows on all its pages, in its order; at most `most`. */
export const readMatching = <Row>(source: ListSource<Row>, search: URLSearchParams, most: number): Row[] =>
  [...readParts(source, search, most)].flat();

/** The same part by part. */
export function* readParts<Row>(source: ListSource<Row>, search: URLSearchParams, most: number): Iterable<Row[]> {
  const state = readListState(source.shape, search);
  const query = { where: whereOf(source, state), orderBy: orderOf(source, state) };
  if (source.ids && source.readThese) {
    const ids = source.ids({ ...query, limit: most, offset: 0 });
    for (let offset = 0; offset < ids.length; offset += PART)
      yield source.readThese(ids.slice(offset, offset + PART), { ...query, limit: PART, offset });
    return;
  }
  for (let offset = 0; offset < most; offset += SORTED_PART) {
    const part = source.read({ ...query, limit: Math.min(SORTED_PART, most - offset), offset });
    yield part;
    if (part.length < SORTED_PART) return;
  }
}

/** What all filters of an address ask of a row. */
export function whereOf<Row>({ shape, where }: ListSource<Row>, { filters }: ListState): SQL | undefined {
  return and(...Object.entries(filters).map(([name, value]) => known(where, name, shape)(value)));
}

function orderOf<Row>({ shape, order, tie }: ListSource<Row>, { sort }: ListState): SQL[] {
  const isDescending = (each: ListState["sort"], column: SQLWrapper | Age) =>
    (each.direction === "desc") !== column instanceof Age;
  const by = (each: ListState["sort"], columns: readonly (SQLWrapper | Age)[]) =>
    columns.map((column) => {
      const sorted = column instanceof Age ? column.since : column;
      return isDescending(each, column) ? desc(sorted) : asc(sorted);
    });
  const usual = readListState(shape, new URLSearchParams()).sort;
  const rest = usual.key === sort.key ? [] : by(usual, known(order, usual.key, shape));
  const wanted = known(order, sort.key, shape);
  const last = wanted.at(-1) instanceof Age ? ageSince(tie) : tie;
  return [...by(sort, wanted), ...rest, ...by(sort, [last])];
}

/** What a source knows of a filter, an order or a column; that its shape offers it and it does not is a bug. */
export function known<Part>(parts: Readonly<Record<string, Part>>, key: string, { name }: ListShape): Part {
  const part = parts[key];
  if (part === undefined) throw new Error(`The list ${name} knows no ${key}`);
  return part;
}
