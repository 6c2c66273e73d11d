import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { SelectAll } from "./Selection";
import { Link } from "~/ui/Link";

/** One column: how it is headed, and what it shows of a row. */
export interface Column<T> {
  key: string;
  header: string;
  cell: (row: T) => ReactNode;
  align?: "start" | "end";
  /** The key it sorts by; leave it out where order means nothing. */
  sort?: string;
  /** Names the row: a row header in the table, the title of the card on a phone. Exactly one column. */
  primary?: boolean;
  hideOnPhone?: boolean;
  /** For actions and the like: the card shows the cell without its label; the table keeps the header for readers. */
  bare?: boolean;
}

/** What a table is sorted by. */
export interface Sort {
  key: string;
  direction: "asc" | "desc";
}

interface Selection<T> {
  name: string;
  /** The id of the form that takes the choice. */
  form: string;
  label: (row: T) => string;
}

interface DataTableProps<T> {
  caption: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  /** Shown instead of the table when there are no rows; usually an `EmptyState`. */
  empty: ReactNode;
  sort?: Sort;
  sortHref?: (key: string) => string;
  selection?: Selection<T> | undefined;
  /** On a phone, rows of a few lines instead of cards. */
  dense?: boolean;
}

// Display values other than table's own make some readers forget that this is a table: the roles say so again.
const role = (name: string) => ({ role: name });

/** Rows and columns with a sticky head from 640 px; a list of cards below. */
export function DataTable<T>({ caption, columns, rows, rowKey, empty, ...rest }: DataTableProps<T>) {
  const { sort, sortHref, selection, dense } = rest;
  const [scroller, scrolls] = useScrollable();
  if (rows.length === 0) return empty;
  const head = { columns, sort, sortHref, selection, dense };
  return (
    <div>
      <PhoneBar {...head} />
      <div
        ref={scroller}
        className="table-scroll"
        {...(scrolls ? { tabIndex: 0, ...role("region"), "aria-label": caption } : {})}
      >
        <table className="data-table" data-dense={dense ? "" : undefined} {...role("table")}>
          <caption className="sr-only">{caption}</caption>
          <thead {...role("rowgroup")}>
            <tr {...role("row")}>
              {selection ? (
                <th data-select="" scope="col" {...role("columnheader")}>
                  <SelectAll form={selection.form} name={selection.name} label="Select all rows" />
                </th>
              ) : null}
              {columns.map((column) => (
                <Header key={column.key} column={column} sort={sort} sortHref={sortHref} />
              ))}
            </tr>
          </thead>
          <tbody {...role("rowgroup")}>
            {rows.map((row) => (
              <Row key={rowKey(row)} row={row} id={rowKey(row)} columns={columns} selection={selection} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

/** A region that scrolls must be reachable by keyboard; one that does not must not be a stop on the way. */
function useScrollable() {
  const ref = useRef<HTMLDivElement>(null);
  const [needed, setNeeded] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setNeeded(element.scrollWidth > element.clientWidth + 1));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, needed] as const;
}

interface HeaderProps<T> {
  column: Column<T>;
  sort: Sort | undefined;
  sortHref: ((key: string) => string) | undefined;
}

function Header<T>({ column, sort, sortHref }: HeaderProps<T>) {
  const sorted = column.sort !== undefined && column.sort === sort?.key ? sort.direction : undefined;
  const order = sorted === undefined ? undefined : sorted === "asc" ? "ascending" : "descending";
  return (
    <th
      scope="col"
      data-align={column.align}
      data-bare={column.bare ? "" : undefined}
      aria-sort={order}
      {...role("columnheader")}
    >
      {column.sort !== undefined && sortHref ? (
        <SortLink to={sortHref(column.sort)} sorted={sorted}>
          {column.header}
        </SortLink>
      ) : (
        <span className={column.bare ? "sr-only" : ""}>{column.header}</span>
      )}
    </th>
  );
}

function SortLink({ to, sorted, children }: { to: string; sorted: "asc" | "desc" | undefined; children: ReactNode }) {
  const Icon = sorted === undefined ? ChevronsUpDown : sorted === "asc" ? ArrowUp : ArrowDown;
  return (
    <Link
      to={to}
      preventScrollReset
      className={`-mx-1 inline-flex items-center gap-1 rounded px-1 underline-offset-4 hover:underline pointer-coarse:py-2.5 ${sorted ? "text-ink" : ""}`}
    >
      {children}
      <Icon aria-hidden size={15} strokeWidth={2.5} className={sorted ? "text-accent" : ""} />
    </Link>
  );
}

interface RowProps<T> {
  row: T;
  id: string;
  columns: Column<T>[];
  selection: Selection<T> | undefined;
}

function Row<T>({ row, id, columns, selection }: RowProps<T>) {
  return (
    <tr {...role("row")}>
      {selection ? (
        <td data-select="" {...role("cell")}>
          <label className="-my-2.5 grid size-11 place-items-center max-sm:my-0">
            <span className="sr-only">{selection.label(row)}</span>
            <input type="checkbox" name={selection.name} value={id} form={selection.form} className="size-5" />
          </label>
        </td>
      ) : null}
      {columns.map((column) => {
        const marks = {
          "data-label": column.header,
          "data-align": column.align,
          "data-bare": column.bare ? "" : undefined,
          "data-phone": column.hideOnPhone ? "hide" : undefined,
        };
        return column.primary ? (
          <th key={column.key} scope="row" data-primary="" {...marks} {...role("rowheader")}>
            {column.cell(row)}
          </th>
        ) : (
          <td key={column.key} {...marks} {...role("cell")}>
            <div className="min-w-0">{column.cell(row)}</div>
          </td>
        );
      })}
    </tr>
  );
}

type PhoneBarProps<T> = Pick<DataTableProps<T>, "columns" | "sort" | "sortHref" | "selection" | "dense">;

/** What the table's head offers, where cards have none: order and "select all". */
function PhoneBar<T>({ columns, sort, sortHref, selection, dense }: PhoneBarProps<T>) {
  const sortable = sortHref ? columns.filter((column) => column.sort !== undefined) : [];
  if (sortable.length === 0 && !selection) return null;
  const links = sortable.map((column) => (
    <SortLink
      key={column.key}
      to={sortHref?.(column.sort ?? "") ?? ""}
      sorted={column.sort === sort?.key ? sort?.direction : undefined}
    >
      {column.header}
    </SortLink>
  ));
  const now = sortable.find((column) => column.sort === sort?.key);
  return (
    <div className="no-print mb-3 flex flex-wrap items-center justify-between gap-x-4 sm:hidden">
      {sortable.length === 0 ? null : dense ? (
        <details className="text-[0.9375rem]">
          <summary className="min-h-11 cursor-pointer content-center text-soft">
            Sorted by {now?.header.toLowerCase() ?? "something else"}
          </summary>
          <div className="flex flex-wrap gap-x-4">{links}</div>
        </details>
      ) : (
        <div className="flex flex-wrap items-center gap-x-3 text-[0.9375rem]">
          <span className="text-soft">Sort by</span>
          {links}
        </div>
      )}
      {selection ? <SelectAll form={selection.form} name={selection.name} label="Select all" visible /> : null}
    </div>
  );
}
