import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Notice, Section } from "~/ui/frame/Page";
import type { WorkProps } from "./StepWork";

/** A quiz to take: every question at once, as native choices. What is right, the server alone knows. */
export function QuizWork({ page, lastResult }: WorkProps) {
  const { step, left, attempts } = page;
  const [form] = useServerForm<{ answers: string[] }>({ id: "quiz", lastResult });
  const given = (lastResult?.initialValue?.answers ?? []) as unknown;
  const chosen = Array.isArray(given) ? given.map(String) : [];
  if (left === 0)
    return (
      <Notice tone="attention" title="You have taken this quiz as often as it can be taken">
        See below what was right. Ask the provider what to do.
      </Notice>
    );
  return (
    <Section
      title={attempts.length === 0 ? "Take the quiz" : "Take it again"}
      description={[
        `${step.passingScore ?? step.questions.length} of ${plural(step.questions.length, "answer")} have to be right.`,
        left === null ? "You can take it as often as you like." : `You can take it ${times(left)}.`,
      ].join(" ")}
    >
      <FormFrame form={form}>
        <Hidden name="version" value={step.version} />
        {step.questions.map((question, index) => (
          <fieldset key={index} className="min-w-0">
            <legend className="font-semibold">
              {index + 1}. {question.text}
            </legend>
            <div className="mt-1">
              {question.answers.map((answer, number) => (
                <div key={number} className="choice">
                  <input
                    id={`answer-${index}-${number}`}
                    type="radio"
                    name={`answers[${index}]`}
                    value={number}
                    defaultChecked={chosen[index] === String(number)}
                    required
                  />
                  <label htmlFor={`answer-${index}-${number}`}>{answer}</label>
                </div>
              ))}
            </div>
          </fieldset>
        ))}
        <div>
          <SubmitButton intent="take-quiz" pendingLabel="Sending …">
            Send my answers
          </SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}

const times = (left: number): string => (left === 1 ? "once more" : `${left} more times`);
