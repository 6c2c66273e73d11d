import type { Stale } from "~/platform/http/stale-form";
import { VersionFields } from "~/ui/fields/VersionFields";
import type { SubmissionResult } from "@conform-to/react";
import { zoneLabel } from "~/platform/format";
import { TIME_ZONES } from "~/platform/time/time-zone";
import { SubmitButton } from "~/ui/Button";
import { type Option, SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";

type Names =
  | "organisationId"
  | "name"
  | "shortName"
  | "timeZone"
  | "contactName"
  | "contactEmail"
  | "contactPhone"
  | "designeeName"
  | "designeeTitle"
  | "modelId";

interface ProviderFieldsProps {
  lastResult?: SubmissionResult<string[]> | undefined;
  provider: Partial<Record<Names, string | null>>;
  /** What only a new provider is asked: whose it is, and whose rules it begins with. */
  choices?: { organisations: Option[]; models: Option[] };
  /** The version that a provider was opened with; null for a new one. */
  base?: string | null;
  stale?: Stale | null;
  submitLabel: string;
}

/** What the fields are called that a collision names. */
const LABELS = {
  name: "Name",
  shortName: "Short name",
  timeZone: "Time zone",
  contactName: "Contact",
  contactEmail: "Contact’s email",
  contactPhone: "Contact’s telephone",
};

const ZONES = TIME_ZONES.map((value) => ({ value, label: zoneLabel(value) }));

/** The form for a provider, new or known. */
export function ProviderFields(props: ProviderFieldsProps) {
  const { lastResult, provider, choices, base = null, stale = null, submitLabel } = props;
  const [form, fields] = useServerForm<Record<Names, string>>({ lastResult, defaultValue: provider });
  return (
    <FormFrame form={form}>
      <VersionFields
        base={base}
        stale={stale}
        changedBy={stale?.change?.by ?? null}
        labels={LABELS}
        options={{ timeZone: new Map(ZONES.map(({ value, label }) => [value, label])) }}
      />
      {choices ? (
        <SelectField
          field={fields.organisationId}
          label="Organization"
          hint="An organization is one provider at most. A missing one is added under Organizations first."
          placeholder="Choose one"
          options={choices.organisations}
          required
        />
      ) : null}
      <TextField field={fields.name} label="Name" hint="As catalog and documents show it." required />
      <TextField
        field={fields.shortName}
        label="Short name"
        hint="In-service and invoice numbers begin with it, so it stays once one is given."
        maxLength={12}
        autoComplete="off"
        className="max-w-60"
        required
      />
      <SelectField field={fields.timeZone} label="Time zone" options={ZONES} className="max-w-96" required />
      <TextField
        field={fields.contactName}
        label="Contact"
        hint="Whom people ask: a name or an office. Shown to everyone."
        autoComplete="off"
      />
      <TextField field={fields.contactEmail} label="Contact’s email" type="email" autoComplete="off" />
      <TextField
        field={fields.contactPhone}
        label="Contact’s telephone"
        type="tel"
        autoComplete="off"
        className="max-w-96"
      />
      {choices ? <NewProviderFields fields={fields} models={choices.models} /> : null}
      <div>
        <SubmitButton>{submitLabel}</SubmitButton>
      </div>
    </FormFrame>
  );
}

type Fields = ReturnType<typeof useServerForm<Record<Names, string>>>[1];

function NewProviderFields({ fields, models }: { fields: Fields; models: Option[] }) {
  return (
    <>
      <TextField field={fields.designeeName} label="Designee’s name" hint="Who signs documents." autoComplete="off" />
      <TextField field={fields.designeeTitle} label="Designee’s title" autoComplete="off" />
      <SelectField
        field={fields.modelId}
        label="Begins with the rules of"
        hint="Its policy and evaluation form are copied from today on; both can be changed afterward."
        options={models}
        required
      />
    </>
  );
}
