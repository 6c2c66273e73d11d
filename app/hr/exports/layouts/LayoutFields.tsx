import type { FieldMetadata } from "@conform-to/react";
import type { Stale } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { describeControl, ErrorText, initialText } from "~/ui/fields/field-parts";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import {
  columnOf,
  LAYOUT_DAY_WORDS,
  LAYOUT_DAYS,
  LAYOUT_HOURS,
  LAYOUT_HOURS_WORDS,
  LAYOUT_SEPARATOR_WORDS,
  LAYOUT_SEPARATORS,
} from "./export-layout";
import type { ColumnDraft, LayoutDraft } from "./layout-form";

interface LayoutFieldsProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  draft: LayoutDraft;
  /** For a new one: whose it becomes. */
  organisations?: { value: string; label: string }[];
  /** The version that the layout was opened with; null for a new one. */
  base?: string | null;
  stale?: Stale | null;
  intent?: string;
  submitLabel: string;
}

const LABELS = { name: "Name", days: "Days", separator: "Between cells", hours: "Hours", columns: "Columns" };

const optionsOf = <Value extends string>(values: readonly Value[], words: Record<Value, string>) =>
  values.map((value) => ({ value, label: words[value] }));

/** What a file looks like: which columns, under which headings, and how days and hours are written. */
export function LayoutFields(props: LayoutFieldsProps) {
  const { lastResult, draft, organisations, base = null, stale = null, intent, submitLabel } = props;
  const [form, fields] = useServerForm<{ [Key in keyof LayoutDraft | "organisationId"]: string }>({
    id: "layout",
    lastResult,
    defaultValue: { ...draft, organisationId: organisations?.[0]?.value },
  });
  const columns = fields.columns as unknown as FieldMetadata<ColumnDraft[]>;
  return (
    <FormFrame form={form}>
      <VersionFields
        base={base}
        stale={stale}
        changedBy={stale?.change?.by ?? null}
        labels={LABELS}
        wordsOf={inWords}
      />
      {organisations && organisations.length > 1 ? (
        <SelectField field={fields.organisationId} label="Organization" options={organisations} required />
      ) : organisations?.[0] ? (
        <Hidden name="organisationId" value={organisations[0].value} />
      ) : null}
      <TextField
        field={fields.name}
        label="Name"
        hint="For example the name of your payroll system."
        maxLength={80}
        required
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <SelectField field={fields.days} label="Days" options={optionsOf(LAYOUT_DAYS, LAYOUT_DAY_WORDS)} required />
        <SelectField
          field={fields.hours}
          label="Clock hours"
          options={optionsOf(LAYOUT_HOURS, LAYOUT_HOURS_WORDS)}
          required
        />
        <SelectField
          field={fields.separator}
          label="Between cells of a CSV"
          options={optionsOf(LAYOUT_SEPARATORS, LAYOUT_SEPARATOR_WORDS)}
          required
        />
      </div>
      <fieldset id={columns.id} tabIndex={-1} className="grid gap-3">
        <legend className="text-lg font-semibold">Columns</legend>
        <p className="text-[0.9375rem] text-soft">
          Number those that the file holds, in their order. A column without a number is left out.
        </p>
        <ErrorText field={columns} />
        <div className="grid gap-x-3 gap-y-2">
          <div aria-hidden className={`${ROW} text-sm font-semibold text-soft`}>
            <span>Place</span>
            <span>Heading</span>
            <span className="max-sm:hidden">What it holds</span>
          </div>
          {columns.getFieldList().map((row, index) => (
            <ColumnRow key={row.key} row={row} drafted={draft.columns[index]!} />
          ))}
        </div>
      </fieldset>
      <div>
        <SubmitButton {...(intent !== undefined && { intent })}>{submitLabel}</SubmitButton>
      </div>
    </FormFrame>
  );
}

const ROW = "grid grid-cols-[4.5rem_1fr] items-center gap-x-3 gap-y-1 sm:grid-cols-[4.5rem_16rem_1fr]";

function ColumnRow({ row, drafted }: { row: FieldMetadata<ColumnDraft>; drafted: ColumnDraft }) {
  const { key, place, header } = row.getFieldset();
  const { header: own, says } = columnOf(drafted.key);
  return (
    <div className={ROW}>
      <Hidden name={key.name} value={drafted.key} />
      <input
        {...describeControl(place, null)}
        aria-label={`Place of ${own}`}
        defaultValue={initialText(place)}
        inputMode="numeric"
        maxLength={3}
        className="input"
      />
      <input
        {...describeControl(header, null)}
        aria-label={`Heading of ${own}`}
        defaultValue={initialText(header)}
        maxLength={80}
        className="input"
      />
      <span className="col-span-2 text-[0.9375rem] text-soft max-sm:mb-2 sm:col-span-1">{says}</span>
      <div className="col-span-full empty:hidden">
        <ErrorText field={place} />
        <ErrorText field={header} />
      </div>
    </div>
  );
}

/** A value of a layout as people read it, after a collision. */
function inWords(field: string, value: unknown): string {
  if (field !== "columns") return WORDS[String(value)] ?? String(value);
  const placed = (value as ColumnDraft[]).filter(({ place }) => place !== "");
  return placed
    .sort((a, b) => Number(a.place) - Number(b.place))
    .map(({ header }) => header)
    .join(", ");
}

const WORDS: Record<string, string> = { ...LAYOUT_DAY_WORDS, ...LAYOUT_HOURS_WORDS, ...LAYOUT_SEPARATOR_WORDS };
