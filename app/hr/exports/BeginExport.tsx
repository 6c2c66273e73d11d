import { Form } from "@remix-run/react";
import { FileDown } from "lucide-react";
import { describePeriod } from "~/documents/issuing/period-words";
import type { HrPeriod } from "~/hr/people/period";
import { totalInWords } from "~/platform/lists/list-limit";
import { SubmitButton } from "~/ui/Button";
import { type Option, SelectOptions } from "~/ui/fields/choice-fields";
import { Hidden } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { EmptyState } from "~/ui/frame/Page";
import { EXPORT_FORMAT_WORDS, EXPORT_FORMATS } from "./layouts/export-layout";

const FORMATS = EXPORT_FORMATS.map((value) => ({ value, label: EXPORT_FORMAT_WORDS[value] }));

interface BeginExportProps {
  organisationId: string;
  period: HrPeriod;
  onlyNew: boolean;
  personIds: string[] | null;
  count: number;
  layouts: { id: string; name: string }[];
  /** The latest export: what comes after it is another one, on the same page, too. */
  lastId: string | undefined;
}

/** Asks for an export of what was chosen, in a kind of file and a layout; says so where there is nothing. */
export function BeginExport({ organisationId, period, onlyNew, personIds, count, layouts, lastId }: BeginExportProps) {
  if (count === 0) {
    return (
      <EmptyState title={onlyNew ? "Nothing new to export" : "No rows in this period"}>
        <p>
          {onlyNew
            ? "Everything that was completed in this period has been exported before. To get it again, choose all rows."
            : "Nobody completed anything in this period while they belonged to the organization."}
        </p>
      </EmptyState>
    );
  }
  const rows = totalInWords(count, { noun: "row" });
  return (
    <Form method="post" action="/hr/exports/new" className="grid gap-4">
      <OnceField key={lastId} />
      <Hidden name="organisationId" value={organisationId} />
      {period.from ? <Hidden name="from" value={period.from} /> : null}
      {period.to ? <Hidden name="to" value={period.to} /> : null}
      <Hidden name="onlyNew" value={String(onlyNew)} />
      {personIds?.map((id) => (
        <Hidden key={id} name="person" value={id} />
      ))}
      <div className="grid max-w-2xl gap-4 sm:grid-cols-2">
        <Choice name="format" label="Kind of file" options={FORMATS} />
        {layouts.length > 0 ? <Choice name="layoutId" label="Layout" options={layoutOptions(layouts)} /> : null}
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:[&>button]:w-full">
        <SubmitButton>
          <FileDown aria-hidden size={20} /> Export {rows}
        </SubmitButton>
        <p role="status" className="text-soft">
          {describePeriod(period)}
        </p>
      </div>
      {onlyNew ? (
        <p className="max-w-2xl text-soft">
          The column “record” says of each row whether it is new, an old and a new line of a correction, or withdrawn:
          hours that are not yours any more, to be taken away.
        </p>
      ) : null}
    </Form>
  );
}

const layoutOptions = (layouts: { id: string; name: string }[]) => [
  { value: "", label: "All columns as they are" },
  ...layouts.map(({ id, name }) => ({ value: id, label: name })),
];

function Choice({ name, label, options }: { name: string; label: string; options: Option[] }) {
  return (
    <div className="grid min-w-0 content-start gap-1">
      <label htmlFor={`export-${name}`} className="font-semibold">
        {label}
      </label>
      <select id={`export-${name}`} name={name} className="input">
        <SelectOptions options={options} />
      </select>
    </div>
  );
}
