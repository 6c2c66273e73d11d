import { FilterBar, FilterSelect, FilterText } from "~/ui/tables/filters";
import type { PublicFilters } from "./public-filters";

interface Choice {
  value: string;
  label: string;
}

interface PublicFilterBarProps {
  filters: PublicFilters;
  areas: Choice[];
  providers: Choice[];
  audiences: Choice[];
}

/** Search and filters of the public list; their state is the address. */
export function PublicFilterBar({ filters, areas, providers, audiences }: PublicFilterBarProps) {
  const any = (label: string, options: Choice[]) => [{ value: "", label }, ...options];
  return (
    <FilterBar label="Search micro-credentials" submitLabel="Show micro-credentials">
      <FilterText name="q" label="Words" defaultValue={filters.words} placeholder="Title, competency, criterion" />
      <FilterSelect name="area" label="Program area" defaultValue={filters.area} options={any("Any area", areas)} />
      <FilterSelect
        name="provider"
        label="Provider"
        defaultValue={filters.provider}
        options={any("Any provider", providers)}
      />
      <FilterSelect name="audience" label="For" defaultValue={filters.audience} options={any("Everyone", audiences)} />
      <FilterSelect
        name="hours"
        label="Clock hours"
        defaultValue={filters.hours}
        options={[
          { value: "", label: "With or without" },
          { value: "with", label: "Asked for" },
          { value: "without", label: "Without" },
        ]}
      />
    </FilterBar>
  );
}
