import type { Stale } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import { QuestionFields, type QuestionRow } from "./QuestionFields";
import { STEP_LIMITS, type StepKind } from "./step";

interface StepFieldsProps {
  kind: StepKind;
  draft: Record<string, unknown> & { questions: QuestionRow[] };
  /** When the session is open, in words. */
  session: string;
  /** Whether what is changed stands on the record with a reason. */
  asksReason: boolean;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** A step that is there: its version. Null for one that is to be made. */
  version: { base: string; stale: Stale | null } | null;
}

const LABELS: Record<string, string> = {
  title: "Title",
  instructions: "What to do",
  minutes: "Minutes",
  opensAt: "Opens",
  dueAt: "Due",
  link: "Web address",
  leastWords: "Least words",
  isRead: "Somebody reads it",
  passingScore: "Right answers needed",
  mostAttempts: "Attempts",
  questions: "Questions",
};

/** The fields of a step, of whatever kind. */
export function StepFields({ kind, draft, session, asksReason, lastResult, version }: StepFieldsProps) {
  const [form, fields] = useServerForm<Record<keyof typeof LABELS, string> & { reason: string }>({
    id: "step",
    lastResult,
    defaultValue: draft,
  });
  const field = (name: string) => fields[name]!;
  const posted = lastResult?.initialValue?.questions;
  return (
    <FormFrame form={form}>
      {version ? (
        <VersionFields
          base={version.base}
          stale={version.stale}
          changedBy={version.stale?.change?.by ?? null}
          labels={LABELS}
        />
      ) : (
        <Hidden name="kind" value={kind} />
      )}
      <TextField field={field("title")} label="Title" maxLength={STEP_LIMITS.title} required />
      <TextArea
        field={field("instructions")}
        label={kind === "reflection" ? "What to write about" : "What to do"}
        maxLength={STEP_LIMITS.instructions}
        required={false}
      />
      {kind === "quiz" ? null : (
        <TextField
          field={field("link")}
          label="Web address"
          type="url"
          hint={kind === "link" ? "What there is to read, watch or do." : "Where there is something to read first."}
          maxLength={500}
          required={kind === "link"}
        />
      )}
      {version ? null : (
        <TextField
          field={field("minutes")}
          label="Minutes"
          hint="How many of the session’s minutes it counts, once it is done."
          type="number"
          min={0}
          max={STEP_LIMITS.minutes}
          required
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField field={field("opensAt")} label="Opens" hint="Empty: with the session." type="datetime-local" />
        <TextField field={field("dueAt")} label="Due" hint="Empty: as the session closes." type="datetime-local" />
      </div>
      <p className="-mt-3 text-[0.9375rem] text-soft">
        The session is open {session}. What is done after its due date, until the session closes, counts and is marked
        as late.
      </p>
      {kind === "reflection" ? (
        <>
          <TextField field={field("leastWords")} label="Least words" type="number" min={1} max={STEP_LIMITS.words} />
          <CheckboxField
            field={field("isRead")}
            label="Somebody reads it before it counts"
            hint="Whoever reads it accepts it, or returns it with words."
          />
        </>
      ) : null}
      {kind === "quiz" ? (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              field={field("passingScore")}
              label="Right answers needed"
              hint="Empty: all of them."
              type="number"
              min={0}
              max={STEP_LIMITS.questions}
            />
            <TextField
              field={field("mostAttempts")}
              label="How often it can be taken"
              hint="Empty: as often as people like."
              type="number"
              min={1}
              max={STEP_LIMITS.attempts}
            />
          </div>
          <QuestionFields rows={Array.isArray(posted) ? (posted as QuestionRow[]) : draft.questions} />
        </>
      ) : null}
      {asksReason ? (
        <TextField
          field={field("reason")}
          label="Why it is changed"
          hint="A committee has approved this offering; the reason stands on the record."
          maxLength={500}
          required
        />
      ) : null}
      <div>
        <SubmitButton intent={version ? "save" : "add"}>{version ? "Save the step" : "Add the step"}</SubmitButton>
      </div>
    </FormFrame>
  );
}
