import type { ReactNode } from "react";
import type { Option } from "~/ui/fields/choice-fields";
import { FilterBar, FilterSelect } from "~/ui/tables/filters";
import { countdownInWords } from "./salary-words";

interface SalaryFiltersProps {
  year: {
    organisations: { id: string; name: string }[];
    organisation: { id: string };
    year: number;
    yearOptions: Option[];
    to: string;
    daysLeft: number;
  };
  children?: ReactNode;
}

/** Which district and which salary year, and how far off its cut-off is. */
export function SalaryFilters({ year, children }: SalaryFiltersProps) {
  const { organisations, organisation, yearOptions, to, daysLeft } = year;
  return (
    <div className="grid max-w-2xl gap-2">
      <FilterBar label="Salary year">
        {organisations.length > 1 ? (
          <FilterSelect
            name="organization"
            label="Organization"
            defaultValue={organisation.id}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <FilterSelect name="year" label="Salary year" defaultValue={String(year.year)} options={yearOptions} />
        {children}
      </FilterBar>
      <p className="font-semibold">{countdownInWords(to, daysLeft)}.</p>
    </div>
  );
}
