import type { Stale } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField, CheckboxGroup, type Option, SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, type FormField, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import { StickyActions } from "~/ui/frame/Page";
import { DEFINITION_FIELD_LABELS, type DefinitionDraft } from "./definition-draft";

interface DefinitionFormProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  draft: DefinitionDraft;
  base: string;
  stale: Stale | null;
  areas: { code: string; name: string }[];
  /** Courses and published micro-credentials of the provider. */
  courses: Option[];
  others: Option[];
  audiences: Option[];
}

/** What a micro-credential says, apart from its criteria and the evidence for them. */
export function DefinitionForm({
  lastResult,
  draft,
  base,
  stale,
  areas,
  courses,
  others,
  audiences,
}: DefinitionFormProps) {
  const [form, fields] = useServerForm<DefinitionDraft>({ id: "definition", lastResult, defaultValue: draft });
  const labels = DEFINITION_FIELD_LABELS;
  return (
    <FormFrame form={form}>
      <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={labels} />
      <TextField field={fields.title} label={labels.title} maxLength={120} required />
      <TextField
        field={fields.competency}
        label={labels.competency}
        hint="One sentence: what somebody who holds it can do."
        maxLength={300}
        required
      />
      <SelectField
        field={fields.programArea}
        label={labels.programArea}
        options={areas.map(({ code, name }) => ({ value: code, label: name }))}
        placeholder="Choose …"
        required
      />
      <TextArea field={fields.method} label={labels.method} hint="How it is practised, step by step." rows={4} />
      <TextArea field={fields.importance} label={labels.importance} rows={4} />
      <TextArea field={fields.sources} label={labels.sources} hint="One on each line." rows={3} />
      <TextField field={fields.audience} label={labels.audience} hint="For whom it is." maxLength={300} />
      <Choices
        field={fields.audiences}
        legend={labels.audiences}
        hint="Whoever filters by one of these finds it. None ticked: it is found by everybody who does not filter."
        options={audiences}
      />
      <TextArea
        field={fields.example}
        label={labels.example}
        hint="Public. What an assessor hopes to read, in a few sentences."
        rows={4}
      />
      <TextArea
        field={fields.alignment}
        label={labels.alignment}
        hint="One on each line: code; name; https address."
        rows={3}
      />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField field={fields.promisedDays} label={labels.promisedDays} inputMode="numeric" required />
        <TextField
          field={fields.secondEvery}
          label={labels.secondEvery}
          hint="1: every submission. 5: every fifth, drawn by chance."
          inputMode="numeric"
          required
        />
        <TextField
          field={fields.hours}
          label={labels.hours}
          hint="Worth nothing until a committee has approved them."
          inputMode="decimal"
        />
        <TextField
          field={fields.validYears}
          label={labels.validYears}
          hint="Leave it empty for an award that stays valid."
          inputMode="numeric"
        />
      </div>
      <CheckboxField field={fields.blind} label={labels.blind} hint="Assessors do not see the candidate’s name." />
      <Choices field={fields.courses} legend={labels.courses} options={courses} />
      <Choices field={fields.first} legend={labels.first} options={others} />
      <Choices
        field={fields.stack}
        legend={labels.stack}
        hint="A stack is awarded by itself to whoever holds all of these. It has no evidence of its own."
        options={others}
      />
      <StickyActions>
        <SubmitButton intent="save">Save</SubmitButton>
      </StickyActions>
    </FormFrame>
  );
}

/** Folded away: most build on nothing, and a provider has many. */
function Choices({
  field,
  legend,
  hint,
  options,
}: {
  field: FormField;
  legend: string;
  hint?: string;
  options: Option[];
}) {
  const chosen = Array.isArray(field.initialValue) ? field.initialValue.length : 0;
  if (options.length === 0) return null;
  return (
    <details open={chosen > 0 || (field.errors?.length ?? 0) > 0}>
      <summary className="cursor-pointer py-2.5 font-semibold">{legend}</summary>
      <div className="mt-2 max-h-96 overflow-y-auto rounded-[0.625rem] border border-line p-4">
        <CheckboxGroup field={field} legend={legend} hint={hint} options={options} />
      </div>
    </details>
  );
}
