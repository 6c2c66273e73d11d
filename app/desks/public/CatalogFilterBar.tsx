import { useState } from "react";
import { DESIGNATION_CODES, DESIGNATIONS } from "~/catalog/courses/designation";
import { MODALITIES, MODALITY_LABELS } from "~/catalog/offerings/offering-state";
import { FilterBar, FilterCheckbox, FilterDate, FilterSelect, FilterText } from "~/ui/tables/filters";
import { type CatalogFilters, HOURS, PRICES, TIMES } from "./catalog-filters";

const CHOICES = [
  { name: "times", label: "When", none: "Any time", choices: TIMES },
  { name: "hours", label: "Clock hours", none: "Any", choices: HOURS },
  { name: "price", label: "Price", none: "Any", choices: PRICES },
] as const;

interface CatalogFilterBarProps {
  filters: CatalogFilters;
  areas: { code: string; name: string }[];
  audiences: { value: string; label: string }[];
  hosts: { id: string; name: string }[];
  /** Whether somebody looks who may have sessions of their own. */
  signedIn: boolean;
  /** Whether they renew a certificate with hours. */
  renews: boolean;
}

/** Search and filters of the catalog; their state is the URL. */
export function CatalogFilterBar({ filters, areas, audiences, hosts, signedIn, renews }: CatalogFilterBarProps) {
  const any = (label: string, options: { value: string; label: string }[]) => [{ value: "", label }, ...options];
  const worded = <Code extends string>(codes: readonly Code[], labels: Record<Code, string>) =>
    codes.map((value) => ({ value, label: labels[value] }));
  const [all, setAll] = useState(false);
  // On a phone the results come first; without scripts every filter shows.
  const extra = all ? "" : "max-sm:scripted:hidden";
  return (
    <FilterBar label="Search the catalog" submitLabel="Show courses">
      <FilterText name="q" label="Words" defaultValue={filters.words} placeholder="Title, topic, place, instructor" />
      <FilterSelect
        name="area"
        label="Program area"
        defaultValue={filters.area}
        options={any(
          "Any area",
          areas.map(({ code, name }) => ({ value: code, label: name })),
        )}
      />
      <FilterCheckbox name="open" label="Open seats only" defaultValue={filters.onlyOpen} className="order-last" />
      {signedIn ? (
        <FilterCheckbox name="fits" label="Fits my sessions" defaultValue={filters.fitsMine} className="order-last" />
      ) : null}
      <button
        type="button"
        aria-expanded={all}
        onClick={() => setAll(!all)}
        className="link hidden min-h-11 text-left max-sm:scripted:block"
      >
        {all ? "Fewer filters" : "More filters"}
      </button>
      <FilterSelect
        className={extra}
        name="designation"
        label="Designation"
        defaultValue={filters.designation}
        options={any("Any", worded(DESIGNATION_CODES, DESIGNATIONS))}
      />
      <FilterSelect
        className={extra}
        name="audience"
        label="For"
        defaultValue={filters.audience}
        options={any("Everyone", audiences)}
      />
      <FilterSelect
        className={extra}
        name="modality"
        label="How"
        defaultValue={filters.modality}
        options={any("In person or online", worded(MODALITIES, MODALITY_LABELS))}
      />
      <FilterSelect
        className={extra}
        name="host"
        label="Where"
        defaultValue={filters.host}
        options={any(
          "Any district",
          hosts.map(({ id, name }) => ({ value: id, label: name })),
        )}
      />
      {CHOICES.map(({ name, label, none, choices }) => (
        <FilterSelect
          key={name}
          className={extra}
          name={name}
          label={label}
          defaultValue={filters[name]}
          options={any(
            none,
            [...choices].map(([value, choice]) => ({ value, label: choice.label })),
          )}
        />
      ))}
      <FilterDate className={extra} name="from" label="Starts on or after" defaultValue={filters.from} />
      <FilterDate className={extra} name="to" label="Starts on or before" defaultValue={filters.to} />
      <FilterSelect
        className={extra}
        name="order"
        label="Order"
        defaultValue={filters.order === "fit" ? "" : filters.order}
        options={[
          { value: "", label: "Best match first" },
          { value: "date", label: "Next date first" },
          ...(renews ? [{ value: "gap", label: "Closes my gap first" }] : []),
        ]}
      />
    </FilterBar>
  );
}
