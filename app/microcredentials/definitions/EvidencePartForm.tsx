import { type Stale, writeBase } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField, CheckboxGroup, SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";
import { type Criterion, EVIDENCE_KIND_LABELS, EVIDENCE_KINDS, type EvidencePart } from "./definition";
import { PART_FIELD_LABELS, type PartDraft, toPartDraft } from "./definition-draft";

interface EvidencePartFormProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** The part that is changed; none for a new one. */
  part: EvidencePart | null;
  criteria: readonly Criterion[];
  stale: Stale | null;
}

const NEW_PART: Partial<PartDraft> = { kind: "text", most: "3", leastWords: "100", mostWords: "1500", required: "on" };

/** What people write or bring along, and for which criteria. */
export function EvidencePartForm({ lastResult, part, criteria, stale }: EvidencePartFormProps) {
  const draft = part ? toPartDraft(part) : null;
  const [form, fields] = useServerForm<PartDraft>({
    id: part ? `part-${part.key}` : "part",
    lastResult,
    defaultValue: draft ?? NEW_PART,
  });
  return (
    <FormFrame form={form}>
      <VersionFields
        base={draft && writeBase(draft)}
        stale={stale}
        changedBy={stale?.change?.by ?? null}
        labels={PART_FIELD_LABELS}
      />
      {part ? <Hidden name="key" value={part.key} /> : null}
      <TextField field={fields.title} label="Part" maxLength={120} required />
      <TextArea field={fields.words} label="What people write or bring" rows={3} required />
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          field={fields.kind}
          label="Made of"
          options={EVIDENCE_KINDS.map((value) => ({ value, label: EVIDENCE_KIND_LABELS[value] }))}
          required
        />
        <TextField field={fields.most} label="How many at most" hint="Of links and files." inputMode="numeric" />
        <TextField field={fields.leastWords} label="Words at least" hint="Of texts." inputMode="numeric" />
        <TextField field={fields.mostWords} label="Words at most" hint="Of texts." inputMode="numeric" />
      </div>
      <TextArea
        field={fields.example}
        label="Example of good evidence"
        hint="Public. A few lines of what an assessor hopes to read or see."
        rows={4}
      />
      <CheckboxField field={fields.required} label="It has to be there" />
      {criteria.length > 0 ? (
        <CheckboxGroup
          field={fields.criteria}
          legend="Evidence for"
          hint="None ticked: for all of them. It decides what opens again after a “not yet”."
          options={criteria.map(({ key, title }) => ({ value: key, label: title }))}
        />
      ) : null}
      <div>
        <SubmitButton intent={part ? "change" : "add"}>{part ? "Save the part" : "Add the part"}</SubmitButton>
      </div>
    </FormFrame>
  );
}
