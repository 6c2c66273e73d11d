import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { EXTRA_KEYS, REQUIRED_QUESTIONS } from "./evaluation-form-plan";
import type { Question } from "./evaluation-summary";

type Names = "fromDate" | (typeof REQUIRED_QUESTIONS)[number]["key"] | (typeof EXTRA_KEYS)[number];

interface EvaluationPlanFormProps {
  questions: Question[];
  tomorrow: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** The coordinator words the questions of a form to come. */
export function EvaluationPlanForm({ questions, tomorrow, lastResult }: EvaluationPlanFormProps) {
  const [form, fields] = useServerForm<Record<Names, string>>({
    id: "plan",
    lastResult,
    defaultValue: Object.fromEntries(questions.map(({ key, text }) => [key, text])),
  });
  return (
    <FormFrame form={form} className="grid max-w-3xl gap-5">
      <TextField
        field={fields.fromDate}
        label="For offerings that end on or after"
        type="date"
        min={tomorrow}
        required
      />
      {REQUIRED_QUESTIONS.map(({ key, kind, about }) => (
        <TextField
          key={key}
          field={fields[key]}
          label={about}
          hint={kind === "scale" ? "Answered from 1 to 5." : "Answered in words."}
          required
        />
      ))}
      {EXTRA_KEYS.map((key, index) => (
        <TextField
          key={key}
          field={fields[key]}
          label={`Question of your own ${index + 1}`}
          hint="Answered from 1 to 5."
        />
      ))}
      <div>
        <SubmitButton intent="plan" pendingLabel="Saving …">
          Plan this form
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
