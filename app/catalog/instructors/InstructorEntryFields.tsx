import type { Stale } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { type Option, SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";

interface InstructorEntryFieldsProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  entry?: { name: string; email: string | null; qualifications: string | null };
  /** The version that an entry was opened with; null for a new one. */
  base?: string | null;
  stale?: Stale | null;
  /** Providers to choose from, for a new one. */
  providers?: Option[];
}

const LABELS = { name: "Name", email: "Email of their account", qualifications: "Qualifications" };

/** The form of an instructor, new or known. */
export function InstructorEntryFields(props: InstructorEntryFieldsProps) {
  const { lastResult, entry, base = null, stale = null, providers = [] } = props;
  const [form, fields] = useServerForm<Record<"providerId" | "name" | "email" | "qualifications", string>>({
    id: "instructor",
    lastResult,
    defaultValue: entry,
  });
  const [only] = providers;
  return (
    <FormFrame form={form} className="grid max-w-2xl gap-5">
      <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={LABELS} />
      {entry ? null : providers.length === 1 && only ? (
        <Hidden name="providerId" value={only.value} />
      ) : (
        <SelectField field={fields.providerId} label="Provider" options={providers} placeholder="Choose …" required />
      )}
      <TextField field={fields.name} label={LABELS.name} maxLength={120} required />
      <TextField
        field={fields.email}
        label={LABELS.email}
        hint="With it they can take attendance. Leave it empty for a guest."
        type="email"
      />
      <TextField
        field={fields.qualifications}
        label={LABELS.qualifications}
        hint="As the committee and the public read them."
        maxLength={300}
      />
      <div>
        <SubmitButton {...(entry && { intent: "save-instructor" })}>
          {entry ? "Save the instructor" : "Add the instructor"}
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
