import { DESIGNATION_CODES, DESIGNATIONS } from "~/catalog/designation";
import { MODALITIES, MODALITY_LABELS } from "~/catalog/offering-state";
import { ROLE_KIND_LABELS, ROLE_KINDS } from "~/people/role";
import { FilterBar, FilterCheckbox, FilterDate, FilterSelect, FilterText } from "~/ui/filters";
import type { CatalogFilters } from "./catalog-filters";

interface CatalogFilterBarProps {
  filters: CatalogFilters;
  areas: { code: string; name: string }[];
  hosts: { id: string; name: string }[];
}

/** Search and filters of the catalog; their state is the URL. */
export function CatalogFilterBar({ filters, areas, hosts }: CatalogFilterBarProps) {
  const any = (label: string, options: { value: string; label: string }[]) => [{ value: "", label }, ...options];
  const worded = <Code extends string>(codes: readonly Code[], labels: Record<Code, string>) =>
    codes.map((value) => ({ value, label: labels[value] }));
  return (
    <FilterBar label="Search the catalog" submitLabel="Show courses">
      <FilterText name="q" label="Words" defaultValue={filters.words} placeholder="Title, topic or standard" />
      <FilterSelect
        name="area"
        label="Program area"
        defaultValue={filters.area}
        options={any(
          "Any area",
          areas.map(({ code, name }) => ({ value: code, label: name })),
        )}
      />
      <FilterSelect
        name="designation"
        label="Hours count for"
        defaultValue={filters.designation}
        options={any("Anything", worded(DESIGNATION_CODES, DESIGNATIONS))}
      />
      <FilterSelect
        name="audience"
        label="For"
        defaultValue={filters.audience}
        options={any("Everyone", worded(ROLE_KINDS, ROLE_KIND_LABELS))}
      />
      <FilterSelect
        name="modality"
        label="How"
        defaultValue={filters.modality}
        options={any("In person or online", worded(MODALITIES, MODALITY_LABELS))}
      />
      <FilterSelect
        name="host"
        label="Where"
        defaultValue={filters.host}
        options={any(
          "Any district",
          hosts.map(({ id, name }) => ({ value: id, label: name })),
        )}
      />
      <FilterDate name="from" label="Starts on or after" defaultValue={filters.from} />
      <FilterDate name="to" label="Starts on or before" defaultValue={filters.to} />
      <FilterSelect
        name="order"
        label="Order"
        defaultValue={filters.order}
        options={[
          { value: "date", label: "Next date first" },
          { value: "relevance", label: "Best match first" },
        ]}
      />
      <FilterCheckbox name="open" label="Open seats only" defaultValue={filters.onlyOpen} />
    </FilterBar>
  );
}
