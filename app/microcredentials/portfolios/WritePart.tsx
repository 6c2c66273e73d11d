import { type EvidencePart, isWritten } from "~/microcredentials/definitions/definition";
import { plural } from "~/platform/format";
import { Button, SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea } from "~/ui/fields/text-fields";
import { Notice } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { isTrouble, type SavedPart, type Saving, wordsOfSaving } from "./part-draft";
import { countWords } from "./portfolio";
import { usePartSaver } from "./use-part-saver";

export interface WritePartProps {
  portfolioId: string;
  part: EvidencePart;
  /** What the server has of it, as its field shows it. */
  saved: SavedPart;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  onSaving: (partKey: string, saving: Saving) => void;
  onSaved: (partKey: string, saved: SavedPart) => void;
}

/** The words or links of a part: kept on the device and sent by itself where scripts run, else saved by the button. */
export function WritePart({ portfolioId, part, saved, lastResult, onSaving, onSaved }: WritePartProps) {
  const isText = isWritten(part.kind);
  const [form, fields] = useServerForm<{ text: string; links: string }>({
    id: `part-${part.key}`,
    lastResult,
    defaultValue: { text: saved.words, links: saved.words },
  });
  const { saving, aloud, send, choose } = usePartSaver({
    portfolioId,
    part,
    saved,
    formId: form.id,
    onSaving,
    onSaved,
  });
  const collided =
    lastResult?.initialValue !== undefined && lastResult.initialValue?.revision !== String(saved.revision);
  return (
    <FormFrame
      form={form}
      keeps={false}
      // What a browser restores by itself after a reload is older than what this device keeps, and is not typed now.
      autoComplete="off"
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Hidden name="key" value={part.key} />
      <Hidden name="revision" value={saved.revision} />
      {collided && saving.step !== "asked" ? (
        <Notice tone="attention" title="On your other device it says">
          <p className="whitespace-pre-line">{saved.words}</p>
          <p className="mt-2 text-soft">Saving again keeps what stands in the field below.</p>
        </Notice>
      ) : null}
      {saving.step === "asked" ? <BothTexts theirs={saving.theirs.words} mine={saving.mine} onChoose={choose} /> : null}
      {isText ? (
        <TextArea
          field={fields.text}
          label={`Your ${part.kind === "reflection" ? "reflection" : "text"}`}
          hint={`${plural(countWords(saved.words), "word is", "words are")} saved.`}
          rows={8}
          required={part.required}
        />
      ) : (
        <TextArea
          field={fields.links}
          label="Links"
          hint="One on each line; each begins with https://."
          rows={3}
          required={part.required}
        />
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SubmitButton intent="save-part" variant="secondary">
          Save<span className="sr-only"> {part.title}</span>
        </SubmitButton>
        <SavingStatus saving={saving} />
        <span role="status" className="sr-only">
          {aloud}
        </span>
      </div>
    </FormFrame>
  );
}

function SavingStatus({ saving }: { saving: Saving }) {
  const words = wordsOfSaving(saving);
  if (words === "") return null;
  const tone = saving.step === "saved" ? "good" : isTrouble(saving) ? "attention" : "waiting";
  return <Status tone={tone}>{words}</Status>;
}

interface BothTextsProps {
  mine: string;
  theirs: string;
  onChoose: (whose: "mine" | "theirs") => void;
}

/** What two devices wrote, side by side; nothing of either is lost before somebody has chosen. */
function BothTexts({ mine, theirs, onChoose }: BothTextsProps) {
  return (
    <Notice tone="attention" title="You changed this on another device">
      <p>Choose which words stand. Or put both together in the field below, and keep what is there.</p>
      <div className="mt-2 grid gap-3 sm:grid-cols-2">
        {(
          [
            ["On this device", mine],
            ["On the other device, saved", theirs],
          ] as const
        ).map(([title, words]) => (
          <section key={title} aria-label={title} className="rounded-lg border border-strong bg-surface p-3">
            <h4 className="font-semibold">{title}</h4>
            <p className="mt-1 wrap-anywhere whitespace-pre-line">{words === "" ? "Nothing." : words}</p>
          </section>
        ))}
      </div>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button variant="secondary" onClick={() => onChoose("mine")}>
          Keep what is in the field
        </Button>
        <Button variant="secondary" onClick={() => onChoose("theirs")}>
          Take the other
        </Button>
      </div>
    </Notice>
  );
}
