import { useSearchParams } from "@remix-run/react";
import { useId } from "react";
import { type ListFilter, type ListShape, type ListState } from "~/platform/lists/list-shape";
import type { Option, OptionGroup } from "~/ui/fields/choice-fields";
import { FilterBar, FilterCheckbox, FilterDate, FilterSelect, FilterText } from "~/ui/tables/filters";

/** Options that depend on data, by the filter's name. */
export type ListOptions = Record<string, (Option | OptionGroup)[]>;

interface ListFiltersProps {
  shape: ListShape;
  state: ListState;
  options: ListOptions;
}

/** The filters of a list; its order and its columns stay as they are. */
export function ListFilters({ shape, state, options }: ListFiltersProps) {
  const [search] = useSearchParams();
  const moreId = useId();
  if (shape.filters.length === 0) return null;
  const isFirst = (filter: ListFilter) => filter === shape.filters[0] && filter.kind === "words";
  const offers = ({ name, ...filter }: ListFilter) =>
    filter.kind !== "choice" || (options[name] ?? filter.options ?? []).length > 0;
  const more = shape.filters.filter((filter) => !isFirst(filter) && offers(filter));
  const set = more.filter(({ name }) => state.filters[name]).length;
  const fieldOf = (filter: ListFilter) => (
    <Filter key={filter.name} filter={filter} value={state.filters[filter.name] ?? ""} options={options} />
  );
  return (
    <FilterBar label={shape.title}>
      {shape.filters.filter(isFirst).map(fieldOf)}
      {more.length > 0 ? (
        <>
          {/* On a phone the other filters unfold; a box without a name is no part of the form. */}
          <input
            id={moreId}
            type="checkbox"
            className="peer sr-only sm:hidden"
            onChange={(event) => event.stopPropagation()}
          />
          <label
            htmlFor={moreId}
            className="link min-h-11 content-center rounded peer-focus-visible:outline-2 sm:hidden"
          >
            {set > 0 ? `Filters, ${set} set` : "More filters"}
          </label>
          <div className="hidden gap-y-3 peer-checked:grid sm:contents">{more.map(fieldOf)}</div>
        </>
      ) : null}
      {/* An order that nobody chose may be another once the filters are. */}
      <Kept names={[...(shape.kept ?? []), "sort", "cols"]} search={search} />
    </FilterBar>
  );
}

/** Parameters of the address, carried along by a form. */
export function Kept({ names, search }: { names: readonly string[]; search: URLSearchParams }) {
  return names.flatMap((name) =>
    search.getAll(name).map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />),
  );
}

function Filter({ filter, value, options }: { filter: ListFilter; value: string } & Pick<ListFiltersProps, "options">) {
  const field = { name: filter.name, label: filter.label, defaultValue: value };
  switch (filter.kind) {
    case "words":
      return <FilterText {...field} {...(filter.placeholder ? { placeholder: filter.placeholder } : {})} />;
    case "date":
      return <FilterDate {...field} />;
    case "flag":
      return <FilterCheckbox {...field} />;
    case "choice":
      return (
        <FilterSelect
          {...field}
          options={[{ value: "", label: filter.any }, ...(options[filter.name] ?? filter.options ?? [])]}
        />
      );
  }
}
