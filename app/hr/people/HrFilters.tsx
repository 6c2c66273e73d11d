import type { ReactNode } from "react";
import { PeriodDates } from "~/documents/issuing/PeriodFilter";
import { FilterBar, FilterSelect } from "~/ui/tables/filters";
import type { HrPeriod, periodOptions } from "./period";

interface HrFiltersProps {
  label: string;
  organisations: { id: string; name: string }[];
  organisationId: string;
  period: HrPeriod;
  periods: ReturnType<typeof periodOptions>;
  /** Further filters, after the period. */
  children?: ReactNode;
}

/** The filters that HR's pages share: which district, where there are several, and which completion dates (S1). */
export function HrFilters(props: HrFiltersProps) {
  const { label, organisations, organisationId, period, periods, children } = props;
  return (
    <FilterBar label={label}>
      {organisations.length > 1 ? (
        <FilterSelect
          name="organization"
          label="Organization"
          defaultValue={organisationId}
          options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
      <FilterSelect name="period" label="Completed in" defaultValue={period.choice} options={periods} />
      <PeriodDates period={period} />
      {children}
    </FilterBar>
  );
}
