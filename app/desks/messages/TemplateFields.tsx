import type { Stale } from "~/platform/http/stale-form";
import { PLACEHOLDERS_IN_WORDS } from "~/registration/messages/placeholder";
import { SubmitButton } from "~/ui/Button";
import { type Option, SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";

interface TemplateFieldsProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  draft?: { name: string; subject: string; body: string };
  /** The version that a template was opened with; null for a new one. */
  base?: string | null;
  stale?: Stale | null;
  /** For a new one: the providers to choose from. */
  providers?: Option[];
  intent?: string;
  submitLabel: string;
}

/** What the fields are called that a collision names. */
const LABELS = { name: "Name", subject: "Subject", body: "Message" };

/** The fields of a template of messages. */
export function TemplateFields(props: TemplateFieldsProps) {
  const { lastResult, draft, base = null, stale = null, providers = [], intent, submitLabel } = props;
  const [form, fields] = useServerForm<{ name: string; subject: string; body: string; providerId: string }>({
    id: "template",
    lastResult,
    defaultValue: draft,
  });
  const [only] = providers;
  return (
    <FormFrame form={form}>
      <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={LABELS} />
      {intent ? <Hidden name="intent" value={intent} /> : null}
      {providers.length > 1 ? (
        <SelectField field={fields.providerId} label="Provider" options={providers} required />
      ) : only ? (
        <Hidden name="providerId" value={only.value} />
      ) : null}
      <TextField field={fields.name} label="Name" maxLength={80} hint="Staff see it, nobody else." required />
      <TextField field={fields.subject} label="Subject" maxLength={120} required />
      <TextArea
        field={fields.body}
        label="Message"
        hint={`In braces stands what is filled in for each person: ${PLACEHOLDERS_IN_WORDS}.`}
        rows={8}
        maxLength={5000}
        required
      />
      <div>
        <SubmitButton>{submitLabel}</SubmitButton>
      </div>
    </FormFrame>
  );
}
