import { type Stale, writeBase } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import type { Criterion } from "./definition";
import { CRITERION_FIELD_LABELS, type CriterionDraft, toCriterionDraft } from "./definition-draft";

interface CriterionFormProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** The criterion that is changed; none for a new one. */
  criterion: Criterion | null;
  stale: Stale | null;
}

/** A criterion with both levels of its rubric. */
export function CriterionForm({ lastResult, criterion, stale }: CriterionFormProps) {
  const draft = criterion ? toCriterionDraft(criterion) : null;
  const [form, fields] = useServerForm<CriterionDraft>({
    id: criterion ? `criterion-${criterion.key}` : "criterion",
    lastResult,
    ...(draft && { defaultValue: draft }),
  });
  return (
    <FormFrame form={form}>
      <VersionFields
        base={draft && writeBase(draft)}
        stale={stale}
        changedBy={stale?.change?.by ?? null}
        labels={CRITERION_FIELD_LABELS}
      />
      {criterion ? <Hidden name="key" value={criterion.key} /> : null}
      <TextField field={fields.title} label="Criterion" maxLength={120} required />
      <TextArea field={fields.words} label="What is asked for" rows={3} required />
      <div className="grid gap-6 sm:grid-cols-2">
        <TextArea
          field={fields.demonstrated}
          label="Demonstrated"
          hint="What it looks like when it is there."
          rows={4}
          required
        />
        <TextArea
          field={fields.notYet}
          label="Not yet"
          hint="What it looks like when it is not there yet."
          rows={4}
          required
        />
      </div>
      <div>
        <SubmitButton intent={criterion ? "change" : "add"}>
          {criterion ? "Save the criterion" : "Add the criterion"}
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
