import type { Option } from "~/ui/fields/choice-fields";
import { FilterBar, FilterDate, FilterSelect } from "~/ui/tables/filters";
import type { PeriodChoice } from "./transcript-period";

interface PeriodFilterProps {
  period: PeriodChoice;
  schoolYears: Option[];
  designations: Option[];
}

/** Chooses which credits a transcript holds; the choice stands in the address. */
export function PeriodFilter({ period, schoolYears, designations }: PeriodFilterProps) {
  const options = [
    { value: "", label: "All clock hours" },
    ...schoolYears,
    { value: "custom", label: "Between two dates" },
  ];
  return (
    <FilterBar
      label="What the transcript holds"
      submitLabel="Show these hours"
      className={period.choice === "custom" ? "max-w-4xl" : "max-w-2xl"}
    >
      <FilterSelect name="period" label="Clock hours to include" defaultValue={period.choice} options={options} />
      {designations.length > 0 ? (
        <FilterSelect
          name="designation"
          label="Designation"
          defaultValue={period.designation}
          options={[{ value: "", label: "With any designation or none" }, ...designations]}
        />
      ) : null}
      <PeriodDates period={period} />
    </FilterBar>
  );
}

/** The two dates of a period that is not one of the choices. */
export function PeriodDates({ period }: { period: { choice: string; from: string | null; to: string | null } }) {
  if (period.choice !== "custom") return null;
  return (
    <>
      <FilterDate name="from" label="Completed on or after" defaultValue={period.from} />
      <FilterDate name="to" label="Completed on or before" defaultValue={period.to} />
    </>
  );
}
