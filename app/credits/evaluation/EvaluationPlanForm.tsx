import { type Stale, writeBase } from "~/platform/http/stale-form";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import {
  EVALUATION_FIELD_LABELS,
  type EvaluationDraft,
  EXTRA_KEYS,
  REQUIRED_QUESTIONS,
  toEvaluationDraft,
} from "./evaluation-form-plan";
import type { Question } from "./evaluation-summary";

interface EvaluationPlanFormProps {
  /** A form to come that is changed; null: another one is planned. */
  changed: { id: string; fromDate: string; questions: Question[] } | null;
  /** What another one begins with. */
  questions: Question[];
  tomorrow: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  stale: Stale | null;
  /** The page without a form to be changed. */
  back: string;
}

/** The coordinator words the questions of a form to come. */
export function EvaluationPlanForm({ changed, questions, tomorrow, lastResult, stale, back }: EvaluationPlanFormProps) {
  const draft = changed && toEvaluationDraft(changed);
  const [form, fields] = useServerForm<EvaluationDraft>({
    id: changed ? `form-${changed.id}` : "plan",
    lastResult,
    defaultValue: draft ?? toEvaluationDraft({ fromDate: "", questions }),
  });
  return (
    <FormFrame form={form} className="grid max-w-3xl gap-5">
      <VersionFields
        base={draft && writeBase(draft)}
        stale={stale}
        changedBy={stale?.change?.by ?? null}
        labels={EVALUATION_FIELD_LABELS}
      />
      {changed ? <Hidden name="formId" value={changed.id} /> : null}
      <TextField field={fields.fromDate} label={EVALUATION_FIELD_LABELS.fromDate} type="date" min={tomorrow} required />
      {REQUIRED_QUESTIONS.map(({ key, kind, about }) => (
        <TextField
          key={key}
          field={fields[key]}
          label={about}
          hint={kind === "scale" ? "Answered from 1 to 5." : "Answered in words."}
          required
        />
      ))}
      {EXTRA_KEYS.map((key) => (
        <TextField key={key} field={fields[key]} label={EVALUATION_FIELD_LABELS[key]} hint="Answered from 1 to 5." />
      ))}
      <div className="flex flex-wrap gap-3">
        <SubmitButton intent={changed ? "change-form" : "plan"} pendingLabel="Saving …">
          {changed ? "Save the form" : "Plan this form"}
        </SubmitButton>
        {changed ? (
          <LinkButton to={back} variant="quiet">
            Leave it as it is
          </LinkButton>
        ) : null}
      </div>
    </FormFrame>
  );
}
