import { useSearchParams } from "@remix-run/react";
import { lazy, Suspense, useCallback, useRef, useState, type ReactNode } from "react";
import { csvLimitInWords } from "~/platform/lists/list-limit";
import type { ListShape, ListState } from "~/platform/lists/list-shape";
import { nextSort } from "~/platform/lists/list-shape";
import { LinkButton } from "~/ui/Button";
import { EmptyState } from "~/ui/frame/Page";
import { hrefWith } from "~/ui/tables/address";
import { Pagination, RowCount } from "~/ui/tables/Pagination";
import { AllMatching, SelectedCount, useTicked } from "~/ui/tables/Selection";
import { type Column, DataTable } from "~/ui/tables/Table";
import { useListKeys } from "./list-keys";
import { ListFilters, type ListOptions } from "./ListFilters";
import { ListTools, type ViewLink } from "./ListTools";
import { useRememberList } from "./way-back";

const KeysDialog = lazy(() => import("./KeysDialog"));

/** A page of rows, and by what it was read. */
export interface ShownRows<Row> {
  rows: Row[];
  total: number;
  state: ListState;
  views: ViewLink[];
}

interface WorkListProps<Row extends { id: string }> {
  shape: ListShape;
  list: ShownRows<Row>;
  /** What it is a list of, where its shape says so. */
  of?: string;
  /** What each column shows of a row, by its key. */
  cells: Record<string, (row: Row) => ReactNode>;
  /** Options of filters that depend on data, by the filter's name. */
  options?: ListOptions;
  /** Shown where there is nothing at all, whatever the filters. */
  empty: ReactNode;
  /** Rows can be chosen for the form of this id; `children` are its actions. */
  selection?: {
    form: string;
    name: string;
    label: (row: Row) => string;
    /** Whether the form takes "all that match", under the name `matching`. */
    matching?: boolean;
    actions: ReactNode;
  };
}

/** A list of work: filters, views, columns, CSV, keys, pages, and a bar with what can be done with the chosen rows. */
export function WorkList<Row extends { id: string }>(props: WorkListProps<Row>) {
  const { shape, list, of, cells, options, empty, selection } = props;
  const { rows, total, state, views } = list;
  const [search] = useSearchParams();
  const region = useRef<HTMLDivElement>(null);
  const [help, setHelp] = useState(false);
  const before = useRef<HTMLElement | null>(null);
  const showHelp = useCallback(() => {
    before.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    setHelp(true);
  }, []);
  useListKeys(region, showHelp);
  useRememberList();
  const csvLimit = csvLimitInWords(total, shape);
  const isFiltered = Object.keys(state.filters).length > 0;
  const columns = shape.columns
    .filter(({ key }) => state.columns.includes(key))
    .map(({ key, label, sort, primary, align, hideOnPhone, bare }): Column<Row> => ({
      key,
      header: label,
      cell: cells[key] ?? (() => null),
      ...(sort ? { sort: key } : {}),
      ...(primary ? { primary } : {}),
      ...(align ? { align } : {}),
      ...(hideOnPhone ? { hideOnPhone } : {}),
      ...(bare ? { bare } : {}),
    }));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <ListFilters shape={shape} state={state} options={options ?? {}} />
      <div className="no-print flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <RowCount
          shown={rows.length}
          total={total}
          noun={shape.noun}
          {...(shape.nouns ? { nouns: shape.nouns } : {})}
        />
        <ListTools shape={shape} of={of} state={state} views={views} onHelp={showHelp} />
      </div>
      {csvLimit ? <p className="no-print text-[0.9375rem] text-soft">{csvLimit}</p> : null}
      <div ref={region}>
        <DataTable
          caption={shape.title}
          rows={rows}
          rowKey={(row) => row.id}
          columns={columns}
          dense
          sort={state.sort}
          sortHref={(key) => hrefWith(search, { sort: nextSort(shape, state, key) })}
          selection={selection}
          empty={isFiltered ? <NothingMatches shape={shape} /> : empty}
        />
      </div>
      {selection && rows.length > 0 ? (
        <SelectionBar shape={shape} selection={selection} shown={rows.length} total={total} />
      ) : null}
      <Pagination page={state.page} total={total} hrefFor={(page) => hrefWith(search, { page })} />
      {help ? (
        <Suspense fallback={null}>
          <KeysDialog onClose={() => setHelp(false)} returnTo={before} />
        </Suspense>
      ) : null}
    </div>
  );
}

function NothingMatches({ shape }: { shape: ListShape }) {
  const [search] = useSearchParams();
  const none = Object.fromEntries(shape.filters.map(({ name }) => [name, null]));
  return (
    <EmptyState
      title="Nothing matches"
      action={
        <LinkButton to={hrefWith(search, { ...none, sort: shape.sort })} variant="secondary" size="sm">
          Show everything
        </LinkButton>
      }
    >
      No {shape.noun} is as these filters ask.
    </EmptyState>
  );
}

const STAYS =
  "sticky bottom-0 z-10 border-t border-line bg-paper pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:rounded-b-[0.625rem] sm:border-x";

interface SelectionBarProps {
  shape: ListShape;
  selection: { form: string; name: string; matching?: boolean; actions: ReactNode };
  shown: number;
  total: number;
}

/** What can be done with the chosen rows; stays in sight while one scrolls, once there are any: a thumb meets none by accident. */
function SelectionBar({ shape, selection, shown, total }: SelectionBarProps) {
  const { form, name, matching, actions } = selection;
  const { count } = useTicked({ form, name });
  const words = { noun: shape.noun, ...(shape.nouns ? { nouns: shape.nouns } : {}) };
  return (
    <div
      className={`no-print -mx-4 flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 sm:mx-0 ${count > 0 ? STAYS : ""}`}
    >
      <SelectedCount form={form} name={name} {...words} />
      {matching && total > shown ? <AllMatching form={form} name={name} total={total} {...words} /> : null}
      {actions}
    </div>
  );
}
