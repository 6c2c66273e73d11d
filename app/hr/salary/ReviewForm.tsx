import { CRITERIA } from "~/hr/local-rules/local-rule";
import { buttonLook, SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { SALARY_VERDICT_WORDS, SALARY_VERDICTS } from "./salary-verdict";
import { criterionInWords } from "./salary-words";

interface ReviewFormProps {
  /** The form that takes the ticked rows. */
  id: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** Whether it unfolds from one line: in a bar that stays in sight it would hide the rows of a phone. */
  folded?: boolean;
}

const VERDICTS = SALARY_VERDICTS.map((value) => ({ value, label: SALARY_VERDICT_WORDS[value] }));
const CRITERION_OPTIONS = CRITERIA.map((value) => ({ value, label: criterionInWords(value) }));

/** What is said of the ticked rows: accepted for a criterion, not accepted for a reason, or to be reviewed again. */
export function ReviewForm({ id, lastResult, folded = false }: ReviewFormProps) {
  const [form, fields] = useServerForm<Record<"credit" | "verdict" | "criterion" | "reason", string>>({
    id,
    lastResult,
    defaultValue: { verdict: "accepted" },
  });
  const fieldsOfReview = (
    <FormFrame form={form} className="grid w-full gap-4">
      <div className="grid gap-4 sm:grid-cols-3">
        <SelectField field={fields.verdict} label="The ticked rows are" options={VERDICTS} required />
        <SelectField
          field={fields.criterion}
          label="Criterion, where accepted"
          placeholder="Choose one"
          options={CRITERION_OPTIONS}
        />
        <TextField field={fields.reason} label="Why, where not accepted" maxLength={300} />
      </div>
      <div>
        <SubmitButton intent="review">Save the review</SubmitButton>
      </div>
    </FormFrame>
  );
  if (!folded) return fieldsOfReview;
  return (
    <details open={lastResult?.error !== undefined} className="group w-full">
      <summary {...buttonLook({ className: "group-open:mb-4" })}>Review the ticked rows</summary>
      {fieldsOfReview}
    </details>
  );
}
