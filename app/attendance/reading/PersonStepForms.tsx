import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { Section } from "~/ui/frame/Page";
import type { PersonStep } from "./person-step.server";
import { LONGEST_ANSWER } from "./person-step-form";

interface FormsProps {
  page: PersonStep;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** What staff can say of a step of somebody's: read, return, record, take back. */
export function PersonStepForms({ page, lastResult }: FormsProps) {
  const newest = page.versions.at(-1);
  const intent = lastResult?.initialValue?.intent;
  const of = (...intents: string[]) => (typeof intent === "string" && intents.includes(intent) ? lastResult : null);
  if (page.cancelled) return null;
  return (
    <>
      {newest && newest.state !== "returned" ? (
        <AnswerForm number={newest.number} waits={newest.state === "waiting"} lastResult={of("accept", "return")} />
      ) : null}
      {page.doneAt === null ? (
        page.begun ? (
          <RecordForm lastResult={of("record")} />
        ) : null
      ) : (
        <UndoForm lastResult={of("undo")} />
      )}
    </>
  );
}

type Result = FormsProps["lastResult"];

function AnswerForm({ number, waits, lastResult }: { number: number; waits: boolean; lastResult: Result }) {
  const [form, fields] = useServerForm<{ answer: string }>({ id: `answer-${number}`, lastResult });
  return (
    <Section
      title={waits ? "Answer it" : "Return it after all"}
      description={waits ? undefined : "It is accepted. Returned, the step is not done until they hand in again."}
    >
      <FormFrame form={form}>
        <Hidden name="number" value={number} />
        <TextArea
          field={fields.answer}
          label="What you tell them"
          hint="Needed where you return it; they read it on the page of the step, and by mail where it is returned."
          rows={4}
          maxLength={LONGEST_ANSWER}
          required={!waits}
        />
        <div className="flex flex-wrap gap-3">
          {waits ? <SubmitButton intent="accept">Accept it</SubmitButton> : null}
          <SubmitButton intent="return" variant="secondary">
            Return it to write again
          </SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}

function RecordForm({ lastResult }: { lastResult: Result }) {
  const [form, fields] = useServerForm<{ at: string; reason: string }>({ id: "record", lastResult });
  return (
    <details open={Boolean(lastResult?.error) || undefined}>
      <summary className="link inline-block cursor-pointer py-2">Record it as done yourself</summary>
      <FormFrame form={form} className="mt-3 grid gap-5">
        <TextField field={fields.at} label="When they did it" hint="Empty: now." type="datetime-local" />
        <TextField
          field={fields.reason}
          label="Why you know"
          hint="It stands with the mark."
          maxLength={500}
          required
        />
        <div>
          <SubmitButton intent="record" variant="secondary">
            Record it as done
          </SubmitButton>
        </div>
      </FormFrame>
    </details>
  );
}

function UndoForm({ lastResult }: { lastResult: Result }) {
  const [form, fields] = useServerForm<{ reason: string }>({ id: "undo", lastResult });
  return (
    <details open={Boolean(lastResult?.error) || undefined}>
      <summary className="link inline-block cursor-pointer py-2">Say that it is not done</summary>
      <FormFrame form={form} className="mt-3 grid gap-5">
        <TextField
          field={fields.reason}
          label="Why"
          hint="It stands with the mark. What they wrote and answered stays."
          maxLength={500}
          required
        />
        <div>
          <SubmitButton intent="undo" variant="secondary">
            It is not done
          </SubmitButton>
        </div>
      </FormFrame>
    </details>
  );
}
