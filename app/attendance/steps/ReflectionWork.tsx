import { useState } from "react";
import { Lines } from "~/catalog/offerings/Arrival";
import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Hidden } from "~/ui/fields/form";
import { TextArea } from "~/ui/fields/text-fields";
import { Notice, Section } from "~/ui/frame/Page";
import { AUTOSAVE_WORDS } from "~/ui/keeping/autosave";
import { useAutosave } from "~/ui/keeping/use-autosave";
import { countWords } from "./step-rules";
import type { WorkProps } from "./StepWork";

/** A reflection as it is written: saved by itself where scripts run, else by the button; handed in when it is ready. */
export function ReflectionWork({ page, lastResult }: WorkProps) {
  const { step, draft, base: opened, versions, standing, isOpen } = page;
  const before = standing === "returned" ? (versions.at(-1)?.text ?? "") : "";
  const shown = draft?.text ?? before;
  const [form, fields] = useServerForm<{ text: string }>({
    id: "reflection",
    lastResult,
    defaultValue: { text: shown },
  });
  const { base, saving } = useAutosave({
    formId: form.id,
    at: `/steps/${step.id}/draft`,
    intent: "save-draft",
    base: opened,
  });
  const [words, setWords] = useState(() => countWords(String(fields.text.initialValue ?? shown)));
  const least = step.leastWords ?? 1;
  const typed = lastResult?.initialValue?.text;
  return (
    <Section title={standing === "returned" ? "Write again" : "Your reflection"}>
      <FormFrame
        form={form}
        onChange={(event) => {
          if (event.target instanceof HTMLTextAreaElement) setWords(countWords(event.target.value));
        }}
      >
        <Hidden name="base" value={base} />
        <TextArea
          field={fields.text}
          label="What you write"
          hint={`At least ${plural(least, "word")}. ${step.isRead ? "Somebody reads it, and it counts once they have." : "It counts as soon as it is handed in."}`}
          rows={10}
          required
        />
        <p className="text-[0.9375rem] text-soft tabular-nums" aria-live="polite">
          {words < least ? `${plural(words, "word")} so far, ${least - words} to go` : plural(words, "word")}
        </p>
        {lastResult?.error && draft && typeof typed === "string" && draft.text !== typed ? (
          <Notice tone="info" title="What is saved now">
            <Lines text={draft.text} />
          </Notice>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {isOpen ? (
            <SubmitButton intent="hand-in" pendingLabel="Handing in …">
              Hand it in
            </SubmitButton>
          ) : null}
          <SubmitButton intent="save-draft" variant="secondary">
            Save for later
          </SubmitButton>
          <span role="status" className="text-soft">
            {AUTOSAVE_WORDS[saving]}
          </span>
        </div>
      </FormFrame>
    </Section>
  );
}
