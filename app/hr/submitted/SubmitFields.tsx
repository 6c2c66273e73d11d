import { formatPlainDate } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField, CheckboxGroup } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import type { SubmittedFacts, SubmittedKind } from "./submitted-hours";

interface Row extends SubmittedFacts {
  key: string;
  kind: SubmittedKind;
}

interface SubmitFieldsProps {
  /** The workplace, what its HR may be shown, and the words of the consent. */
  chosen: { id: string; name: string; consent: string; rows: Row[] };
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Hours to tick, and the consent without which HR sees none of them. */
export function SubmitFields({ chosen, lastResult }: SubmitFieldsProps) {
  const [form, fields] = useServerForm<Record<"row" | "organization" | "consent", string>>({ lastResult });
  const options = chosen.rows.map((row) => ({ value: row.key, label: row.title, hint: <RowHint row={row} /> }));
  return (
    <FormFrame form={form} className="grid max-w-2xl gap-6">
      <Hidden name="organization" value={chosen.id} />
      <CheckboxGroup
        field={fields.row}
        legend={`What HR of ${chosen.name} may see`}
        hint="Of posted hours, only those of a time when it does not see them."
        options={options}
        required
      />
      <CheckboxField field={fields.consent} label="I agree" hint={chosen.consent} required />
      <div>
        <SubmitButton intent="submit">Submit to {chosen.name}</SubmitButton>
      </div>
    </FormFrame>
  );
}

function RowHint({ row }: { row: Row }) {
  return (
    <>
      {row.amount}
      {row.topics ? ` (${row.topics})` : ""} · {formatPlainDate(row.completedOn)} · {row.givenBy}
      <span className="block">{row.kind === "credit" ? row.mark : `From elsewhere · ${row.mark}`}</span>
    </>
  );
}
