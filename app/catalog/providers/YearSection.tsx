import { OnceField } from "~/ui/fields/OnceField";
import { Form } from "@remix-run/react";
import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Notice, Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { addableYears, yearInDays, yearLabel } from "./provider-year";

interface YearSectionProps {
  years: { year: number; basis: string; offerings: number }[];
  /** The provider year that holds today. */
  currentYear: number;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** The years in which a provider is approved to give clock hours, and the next one. */
export function YearSection({ years, currentYear, lastResult }: YearSectionProps) {
  const known = years.map(({ year }) => year);
  return (
    <Section
      id="years"
      title="Provider years"
      description="An offering can be approved when its first session is within one of these years."
    >
      {known.includes(currentYear) ? null : (
        <Notice tone="attention" title={`Not approved for ${yearLabel(currentYear)}, the year of today`}>
          <p>No offering can be approved until the year is added.</p>
        </Notice>
      )}
      <DataTable
        caption="Provider years"
        rows={years}
        rowKey={({ year }) => String(year)}
        empty={null}
        columns={[
          { key: "year", header: "Year", primary: true, cell: ({ year }) => yearLabel(year) },
          { key: "days", header: "Days", cell: ({ year }) => yearInDays(year) },
          { key: "basis", header: "Rests on", cell: ({ basis }) => basis },
          { key: "used", header: "Approved in it", cell: ({ offerings }) => plural(offerings, "offering") },
          {
            key: "remove",
            header: "Remove",
            bare: true,
            cell: ({ year, offerings }) => (offerings === 0 ? <RemoveYear year={year} /> : null),
          },
        ]}
      />
      <AddYear years={addableYears(known, currentYear)} lastResult={lastResult} />
    </Section>
  );
}

function RemoveYear({ year }: { year: number }) {
  return (
    <Form method="post" preventScrollReset>
      <OnceField />
      <Hidden name="year" value={year} />
      <SubmitButton intent="remove-year" variant="quiet" size="sm">
        Remove<span className="sr-only"> {yearLabel(year)}</span>
      </SubmitButton>
    </Form>
  );
}

function AddYear({ years, lastResult }: { years: number[] } & Pick<YearSectionProps, "lastResult">) {
  const [form, fields] = useServerForm<Record<"year" | "basis", string>>({
    id: "year",
    lastResult,
    defaultValue: { year: String(years[0] ?? "") },
  });
  if (years.length === 0) return null;
  return (
    <FormFrame form={form} className="grid max-w-3xl gap-5 sm:grid-cols-3 sm:items-end">
      <SelectField
        key={years[0]}
        field={fields.year}
        label="Year"
        options={years.map((year) => ({ value: String(year), label: yearLabel(year) }))}
        required
      />
      <TextField field={fields.basis} label="Rests on" placeholder="Approved automatically" maxLength={200} required />
      <div>
        <SubmitButton intent="add-year" variant="secondary">
          Add the year
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
