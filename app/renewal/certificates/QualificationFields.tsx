import type { Stale } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import { ENDORSEMENTS, needsStem } from "./endorsement";

interface Draft {
  endorsements: string[];
  boardFrom: string | null;
  boardTo: string | null;
}

interface QualificationFieldsProps {
  draft: Draft;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  base: string;
  stale: Stale | null;
}

const LABELS = { endorsements: "Endorsements", boardFrom: "First day", boardTo: "Last day" };

const OPTIONS = ENDORSEMENTS.map((endorsement) => ({
  value: endorsement,
  label: needsStem(endorsement) ? `${endorsement} · STEM` : endorsement,
}));

/** Endorsements, and a National Board certificate. */
export function QualificationFields({ draft, lastResult, base, stale }: QualificationFieldsProps) {
  const [form, fields] = useServerForm<Record<keyof Draft, string>>({
    id: "qualifications",
    lastResult,
    defaultValue: draft,
  });
  return (
    <FormFrame form={form}>
      <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={LABELS} />
      <div className="[&_fieldset>div>div:last-child]:grid [&_fieldset>div>div:last-child]:gap-x-6 sm:[&_fieldset>div>div:last-child]:grid-cols-2 lg:[&_fieldset>div>div:last-child]:grid-cols-3">
        <CheckboxGroup
          field={fields.endorsements}
          legend="Endorsements on your certificates"
          hint="With one marked STEM, a teacher needs hours of STEM."
          options={OPTIONS}
        />
      </div>
      <fieldset className="min-w-0">
        <legend className="font-semibold">National Board certificate</legend>
        <p className="text-[0.9375rem] text-soft">
          While it is valid, it meets what is asked for in equity and STEM. Leave both empty if you hold none.
        </p>
        <div className="mt-3 grid gap-5 sm:grid-cols-2">
          <TextField field={fields.boardFrom} label="First day" type="date" />
          <TextField field={fields.boardTo} label="Last day" type="date" />
        </div>
      </fieldset>
      <div>
        <SubmitButton intent="save-qualifications">Save endorsements and National Board</SubmitButton>
      </div>
    </FormFrame>
  );
}
