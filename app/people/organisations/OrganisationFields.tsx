import type { SubmissionResult } from "@conform-to/react";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField, SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { ORGANISATION_KIND_LABELS, ORGANISATION_KINDS, type OrganisationKind } from "~/people/roles/role";

interface OrganisationFieldsProps {
  lastResult?: SubmissionResult<string[]> | undefined;
  organisation?: {
    name: string;
    code: string | null;
    kind: OrganisationKind;
    county: string | null;
    cooperativeMember: boolean;
  };
  submitLabel: string;
}

/** The form for an organization, new or known. */
export function OrganisationFields({ lastResult, organisation, submitLabel }: OrganisationFieldsProps) {
  const [form, fields] = useServerForm<Record<"name" | "code" | "kind" | "county" | "cooperativeMember", string>>({
    lastResult,
    defaultValue: organisation && { ...organisation, cooperativeMember: organisation.cooperativeMember ? "on" : "" },
  });
  return (
    <FormFrame form={form}>
      <TextField field={fields.name} label="Name" required />
      <TextField
        field={fields.code}
        label="County-district code"
        hint="Five digits as OSPI lists them, zeros included. Leave it empty where none is confirmed."
        inputMode="numeric"
        maxLength={10}
        className="max-w-60"
      />
      <SelectField
        field={fields.kind}
        label="Kind"
        required
        placeholder="Choose one"
        options={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: ORGANISATION_KIND_LABELS[kind] }))}
        className="max-w-96"
      />
      <TextField field={fields.county} label="County" className="max-w-96" />
      <CheckboxField
        field={fields.cooperativeMember}
        label="Member of the clock-hours cooperative"
        hint="Its people may owe no fee for clock hours, as the provider’s policy says."
      />
      <div>
        <SubmitButton>{submitLabel}</SubmitButton>
      </div>
    </FormFrame>
  );
}
