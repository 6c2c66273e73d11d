import type { Stale } from "~/platform/http/stale-form";
import { VersionFields } from "~/ui/fields/VersionFields";
import type { SubmissionResult } from "@conform-to/react";
import { SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { ORGANISATION_KIND_LABELS, ORGANISATION_KINDS, type OrganisationKind } from "~/people/roles/role";

type Names = "name" | "code" | "kind" | "county" | "billingName" | "billingEmail" | "billingAddress";

interface OrganisationFieldsProps {
  lastResult?: SubmissionResult<string[]> | undefined;
  organisation?: {
    name: string;
    code: string | null;
    kind: OrganisationKind;
    county: string | null;
    billingName: string | null;
    billingEmail: string | null;
    billingAddress: string | null;
  };
  /** The version that an organization was opened with; null for a new one. */
  base?: string | null;
  stale?: Stale | null;
  submitLabel: string;
}

/** What the fields are called that a collision names. */
const LABELS: Record<Names, string> = {
  name: "Name",
  code: "County-district code",
  kind: "Kind",
  county: "County",
  billingName: "Billing contact",
  billingEmail: "Billing email",
  billingAddress: "Billing address",
};
const OPTIONS = { kind: new Map(Object.entries(ORGANISATION_KIND_LABELS)) };

/** The form for an organization, new or known. */
export function OrganisationFields(props: OrganisationFieldsProps) {
  const { lastResult, organisation, base = null, stale = null, submitLabel } = props;
  const [form, fields] = useServerForm<Record<Names, string>>({ lastResult, defaultValue: organisation });
  return (
    <FormFrame form={form}>
      <VersionFields
        base={base}
        stale={stale}
        changedBy={stale?.change?.by ?? null}
        labels={LABELS}
        options={OPTIONS}
      />
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
      <fieldset className="grid gap-6">
        <legend className="mb-3 text-lg font-bold">Invoices to it</legend>
        <TextField field={fields.billingName} label="Billing contact" hint="For whose attention." autoComplete="off" />
        <TextField field={fields.billingEmail} label="Billing email" type="email" autoComplete="off" />
        <TextArea
          field={fields.billingAddress}
          label="Billing address"
          hint="As it stands on the envelope, line by line. New invoices show it; issued ones keep theirs."
          rows={3}
          maxLength={300}
        />
      </fieldset>
      <div>
        <SubmitButton intent="save">{submitLabel}</SubmitButton>
      </div>
    </FormFrame>
  );
}
