import type { AffiliationShape } from "~/people/affiliations/AffiliationFields";
import { WorkplaceQuestion } from "~/people/affiliations/WorkplaceQuestion";
import { formatHours, formatPlainDate } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField, type Option, RadioGroup } from "~/ui/fields/choice-fields";
import { type FieldsOf, FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";

type LastResult = Parameters<typeof useServerForm>[0]["lastResult"];

interface ClaimFormProps {
  earnedMinutes: number;
  /** What is claimed so far, when the claim is changed. */
  requestedMinutes?: number | null;
  /** Where somebody can have worked; null where that is entered for the day of completion. */
  organisations: Option[] | null;
  completedOn: string;
  affidavit: { version: string; text: string };
  lastResult: LastResult;
}

/** The person asks for hours under affidavit (T5), and says where they worked if nobody knows. */
export function ClaimForm({
  earnedMinutes,
  requestedMinutes = null,
  organisations,
  completedOn,
  affidavit,
  lastResult,
}: ClaimFormProps) {
  const [form, fields] = useServerForm<{ hours: string; affidavit: string; workplace: AffiliationShape }>({
    id: "claim",
    lastResult,
    defaultValue: { hours: formatHours(requestedMinutes ?? earnedMinutes) },
  });
  return (
    <FormFrame form={form}>
      <TextField
        field={fields.hours}
        label="Hours you claim"
        hint={`You earned ${formatHours(earnedMinutes)}. You may claim less, never more.`}
        inputMode="decimal"
        autoComplete="off"
        suffix="clock hours"
        className="max-w-80"
        required
      />
      {organisations ? (
        <WorkplaceQuestion
          legend={`Where did you work on ${formatPlainDate(completedOn)}?`}
          fields={fields.workplace.getFieldset() as FieldsOf<AffiliationShape>}
          organisations={organisations}
          withLastDay
        />
      ) : null}
      <Hidden name="affidavitVersion" value={affidavit.version} />
      <CheckboxField field={fields.affidavit} label={affidavit.text} required />
      <div>
        <SubmitButton intent="claim" pendingLabel="Claiming …">
          {requestedMinutes === null ? "Claim hours" : "Change my claim"}
        </SubmitButton>
      </div>
    </FormFrame>
  );
}

const SCALE = [
  { value: "5", label: "5 – completely" },
  { value: "4", label: "4" },
  { value: "3", label: "3" },
  { value: "2", label: "2" },
  { value: "1", label: "1 – not at all" },
];

interface EvaluationFormProps {
  questions: { key: string; text: string; kind: "scale" | "text" }[];
  lastResult: LastResult;
}

/** The evaluation of an offering (T6), kept apart from who gave it. */
export function EvaluationForm({ questions, lastResult }: EvaluationFormProps) {
  const [form, fields] = useServerForm<Record<string, string>>({ id: "evaluation", lastResult });
  return (
    <FormFrame form={form}>
      {questions.map((question) => {
        const field = fields[question.key]!;
        return question.kind === "scale" ? (
          <RadioGroup key={question.key} field={field} legend={question.text} options={SCALE} required />
        ) : (
          <TextArea key={question.key} field={field} label={question.text} rows={4} />
        );
      })}
      <div>
        <SubmitButton intent="evaluation" pendingLabel="Sending …">
          Send evaluation
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
