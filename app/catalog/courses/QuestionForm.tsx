import { SubmitButton } from "~/ui/Button";
import { CheckboxField, RadioGroup } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { QUESTION_KIND_LABELS, QUESTION_KINDS } from "./question-kind";

interface QuestionFormProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** A new question of a course. */
export function QuestionForm({ lastResult }: QuestionFormProps) {
  const [form, fields] = useServerForm<Record<"prompt" | "kind" | "choices" | "required", string>>({
    id: "question",
    lastResult,
    defaultValue: { kind: "text" },
  });
  return (
    <FormFrame form={form}>
      <TextField field={fields.prompt} label="Question" maxLength={300} required />
      <RadioGroup
        field={fields.kind}
        legend="Answer"
        options={QUESTION_KINDS.map((value) => ({ value, label: QUESTION_KIND_LABELS[value] }))}
        required
      />
      <TextArea field={fields.choices} label="Choices" hint="For one of a list: one on each line." rows={3} />
      <CheckboxField field={fields.required} label="An answer is required" hint="Access needs never are." />
      <div>
        <SubmitButton intent="add">Add the question</SubmitButton>
      </div>
    </FormFrame>
  );
}
