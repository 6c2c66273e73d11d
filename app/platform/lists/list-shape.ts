import { isPlainDate } from "~/platform/time/plain-date";

/** One column of a list: how it is headed, on the page and in its CSV. */
export interface ListColumn {
  key: string;
  label: string;
  /** Sortable, with the direction that comes first. */
  sort?: Direction;
  /** Names the row; cannot be left out. Exactly one column. */
  primary?: true;
  /** Not among the first columns; chosen by whoever wants it. */
  extra?: true;
  align?: "end";
  hideOnPhone?: true;
  /** What can be done with a row: no part of the CSV. */
  bare?: true;
}

export type Direction = "asc" | "desc";

/** One filter of a list; its name is its parameter in the address. */
export type ListFilter = { name: string; label: string } & (
  | { kind: "words"; placeholder?: string }
  /** `any` says what no choice means. Options that depend on data are given with the page. */
  | { kind: "choice"; any: string; options?: readonly { value: string; label: string }[] }
  | { kind: "date" }
  | { kind: "flag" }
);

/** What a list of work looks like: what it shows, filters and sorts. Its state stands in the address. */
export interface ListShape {
  /** In the address of its CSV, and with saved views. */
  name: string;
  title: string;
  /** Its page. */
  path: string;
  /** The parameter that says of what it is a list, where that stands in its page's path: `offering`. */
  of?: string;
  /** Parameters of the page that are not the list's, kept by everything it does. */
  kept?: readonly string[];
  columns: readonly ListColumn[];
  filters: readonly ListFilter[];
  /** The order that comes first: a column's key, with a minus for falling. */
  sort: string;
  noun: string;
  nouns?: string;
}

/** What an address says of a list. */
export interface ListState {
  /** Filters that are set, by name. */
  filters: Record<string, string>;
  sort: { key: string; direction: Direction };
  /** Counted from 1. */
  page: number;
  /** Keys of the columns in sight, in the order of the shape. */
  columns: string[];
}

const LONGEST_FILTER = 200;

/** The parameter names that are a list's besides its filters. */
export const LIST_PARAMETERS = ["sort", "cols", "page"] as const;

/** Reads a list's state from an address. What it does not know, or cannot be, is left out. */
export function readListState(shape: ListShape, search: URLSearchParams): ListState {
  const filters: Record<string, string> = {};
  for (const filter of shape.filters) {
    const value = readFilter(filter, search.get(filter.name));
    if (value) filters[filter.name] = value;
  }
  const page = Number(search.get("page"));
  return {
    filters,
    sort: readSort(shape, search.get("sort")) ?? readSort(shape, shape.sort) ?? { key: "", direction: "asc" },
    page: Number.isSafeInteger(page) && page >= 1 ? page : 1,
    columns: readColumns(shape, search.getAll("cols")),
  };
}

/** A list's address with nothing but what makes it show what it shows: without the page, and without what comes first anyway. */
export function writeListState(shape: ListShape, search: URLSearchParams): string {
  const state = readListState(shape, search);
  const kept = new URLSearchParams();
  for (const name of shape.kept ?? []) {
    const value = search.get(name);
    if (value) kept.set(name, value);
  }
  for (const [name, value] of Object.entries(state.filters)) kept.set(name, value);
  kept.set("sort", sortText(state.sort));
  if (search.has("cols")) for (const key of state.columns) kept.append("cols", key);
  return kept.toString();
}

/** A sort as it stands in the address. */
export const sortText = ({ key, direction }: ListState["sort"]): string => (direction === "desc" ? `-${key}` : key);

/** What a click on a column's head sorts by: its first direction, or the other one when it has that already. */
export function nextSort(shape: ListShape, state: ListState, key: string): string {
  const first = shape.columns.find((column) => column.key === key)?.sort ?? "asc";
  if (state.sort.key !== key) return sortText({ key, direction: first });
  return sortText({ key, direction: state.sort.direction === "asc" ? "desc" : "asc" });
}

/** The last page of a list, 1 for an empty one. */
export const lastPage = (total: number, pageSize: number): number => Math.max(1, Math.ceil(total / pageSize));

function readFilter(filter: ListFilter, text: string | null): string | null {
  const value = text?.trim().slice(0, LONGEST_FILTER) ?? "";
  if (value === "") return null;
  switch (filter.kind) {
    case "words":
      return value;
    case "date":
      return isPlainDate(value) ? value : null;
    case "flag":
      return value === "1" ? value : null;
    case "choice":
      return !filter.options || filter.options.some((option) => option.value === value) ? value : null;
  }
}

function readSort(shape: ListShape, text: string | null): ListState["sort"] | null {
  const key = text?.replace(/^-/, "") ?? "";
  const column = shape.columns.find((each) => each.key === key && each.sort);
  return column ? { key, direction: text?.startsWith("-") ? "desc" : "asc" } : null;
}

function readColumns(shape: ListShape, chosen: readonly string[]): string[] {
  const known = chosen.filter((key) => shape.columns.some((column) => column.key === key));
  return shape.columns
    .filter((column) => column.primary ?? (known.length > 0 ? known.includes(column.key) : !column.extra))
    .map(({ key }) => key);
}
