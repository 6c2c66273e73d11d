import { LONGEST_PLAN_TEXT } from "~/documents/issuing/document-limits";
import type { Stale } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import { AUTOSAVE_WORDS } from "~/ui/keeping/autosave";
import { PLAN_TEXTS, PLAN_TOPIC_WORDS, PLAN_TOPICS, type PlanInput } from "./growth-plan";
import { useAutosave } from "~/ui/keeping/use-autosave";

interface PlanFieldsProps {
  id: string;
  draft: PlanInput;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  base: string;
  stale: Stale | null;
}

const LABELS = {
  ...Object.fromEntries(PLAN_TEXTS.map(({ field, heading }) => [field, heading])),
  topics: "Goal in the topics",
  endedOn: "Last day of the work",
};

const TOPIC_OPTIONS = PLAN_TOPICS.map((value) => ({ value, label: PLAN_TOPIC_WORDS[value] }));

/** The texts of a growth plan: saved by themselves where scripts run, else by the button. */
export function PlanFields({ id, draft, lastResult, base: opened, stale }: PlanFieldsProps) {
  const [form, fields] = useServerForm<Record<keyof PlanInput, string>>({
    id: "plan",
    lastResult,
    defaultValue: { ...draft },
  });
  const at = `/certificate/growth-plans/${id}/draft`;
  const { base, saving } = useAutosave({ formId: form.id, at, intent: "save-plan", base: opened });
  return (
    <FormFrame form={form}>
      <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={LABELS} />
      <CheckboxGroup
        field={fields.topics}
        legend="Goal in the topics"
        hint="A plan with such a goal meets what your renewal asks for in the topic."
        options={TOPIC_OPTIONS}
      />
      {PLAN_TEXTS.map(({ field, heading, hint, needed }) => (
        <TextArea
          key={field}
          field={fields[field]}
          label={heading}
          hint={hint}
          rows={5}
          maxLength={LONGEST_PLAN_TEXT}
          required={needed}
        />
      ))}
      <TextField
        field={fields.endedOn}
        label="Last day of the work"
        hint="On this day it is completed. It can be reviewed from then on."
        type="date"
        required
      />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton intent="save-plan">Save</SubmitButton>
        <span role="status" className="text-soft">
          {AUTOSAVE_WORDS[saving]}
        </span>
      </div>
    </FormFrame>
  );
}
