import { ROLE_KIND_LABELS, ROLE_KINDS, type RoleKind } from "~/people/roles/role";
import { type Stale, writeBase } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";

interface AudienceFieldsProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** What it says now; none for a new one. */
  draft?: { name: string; roleKinds: RoleKind[] };
  stale?: Stale | null;
}

const LABELS = { name: "Name", roleKinds: "Who is meant" };

/** The form of an audience: its name, and whose workplace makes them part of it. */
export function AudienceFields({ lastResult, draft, stale = null }: AudienceFieldsProps) {
  const [form, fields] = useServerForm<{ name: string; roleKinds: string[] }>({
    id: "audience",
    lastResult,
    defaultValue: draft,
  });
  return (
    <FormFrame form={form} className="grid max-w-lg gap-4">
      <VersionFields
        base={draft ? writeBase(draft) : null}
        stale={stale}
        changedBy={stale?.change?.by ?? null}
        labels={LABELS}
      />
      <TextField field={fields.name} label={LABELS.name} maxLength={80} required />
      <CheckboxGroup
        field={fields.roleKinds}
        legend={LABELS.roleKinds}
        hint="Whoever does one of these at a workplace on their profile."
        options={ROLE_KINDS.map((value) => ({ value, label: ROLE_KIND_LABELS[value] }))}
        required
      />
      <div>
        <SubmitButton intent={draft ? "save-audience" : "add-audience"}>
          {draft ? "Save the audience" : "Add the audience"}
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
