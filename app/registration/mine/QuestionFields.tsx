import type { FieldMetadata } from "@conform-to/react";
import type { Question } from "~/catalog/courses/question.server";
import { RadioGroup, SelectField } from "~/ui/fields/choice-fields";
import { TextArea } from "~/ui/fields/text-fields";

/** Up to so many choices all stand in sight; more of them make a list. */
const MOST_RADIOS = 5;

/** What a course asks people who register, as fields named by their questions. */
export function QuestionFields({
  questions,
  answers,
}: {
  questions: Pick<Question, "id" | "kind" | "prompt" | "choices" | "required">[];
  answers: FieldMetadata<Record<string, string>>;
}) {
  const fields = answers.getFieldset();
  return questions.map(({ id, kind, prompt, choices, required }) => {
    const field = fields[id]!;
    const options = choices.map((choice) => ({ value: choice, label: choice }));
    if (kind !== "choice")
      return (
        <TextArea
          key={id}
          field={field}
          label={prompt}
          hint={kind === "access" ? "The coordinator and the facilitator see it." : undefined}
          required={required}
          rows={2}
          maxLength={1000}
        />
      );
    return choices.length <= MOST_RADIOS ? (
      <RadioGroup key={id} field={field} legend={prompt} options={options} required={required} />
    ) : (
      <SelectField key={id} field={field} label={prompt} options={options} placeholder="Choose …" required={required} />
    );
  });
}
