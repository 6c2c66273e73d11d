import type { Stale } from "~/platform/http/stale-form";
import { writeBase } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import { Section } from "~/ui/frame/Page";

interface StaffLengthsProps {
  organisationId: string;
  lengths: { employeeIdLength: number | null; schoolCodeLength: number | null };
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  stale: Stale | null;
}

const LABELS = { employeeIdLength: "Digits of an employee ID", schoolCodeLength: "Digits of a school’s number" };

/** How long a district's numbers are, so that zeros that a spreadsheet dropped are put back. */
export function StaffLengths({ organisationId, lengths, lastResult, stale }: StaffLengthsProps) {
  const text = (digits: number | null) => (digits === null ? "" : String(digits));
  const { employeeIdLength, schoolCodeLength } = lengths;
  const [form, fields] = useServerForm<Record<keyof typeof LABELS, string>>({
    id: "lengths",
    lastResult,
    defaultValue: { employeeIdLength: text(employeeIdLength), schoolCodeLength: text(schoolCodeLength) },
  });
  return (
    <Section
      title="Numbers that begin with zeros"
      description="Spreadsheets drop zeros: 004711 becomes 4711. Where you say how long your numbers are, they are put back. A district’s code has five digits always."
    >
      <FormFrame form={form} className="grid gap-4 sm:grid-cols-2">
        <Hidden name="organisationId" value={organisationId} />
        <div className="sm:col-span-2 empty:hidden">
          <VersionFields
            base={writeBase(lengths)}
            stale={stale}
            changedBy={stale?.change?.by ?? null}
            labels={LABELS}
          />
        </div>
        {(["employeeIdLength", "schoolCodeLength"] as const).map((name) => (
          <TextField
            key={name}
            field={fields[name]}
            label={LABELS[name]}
            hint="Leave it empty where numbers stay as they come."
            inputMode="numeric"
          />
        ))}
        <div className="sm:col-span-2">
          <SubmitButton intent="lengths" variant="secondary">
            Save
          </SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
