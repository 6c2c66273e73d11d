import type { SubmissionResult } from "@conform-to/react";
import { SubmitButton } from "~/ui/Button";
import { SelectField, type Option } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { LegalNameFields } from "~/people/names/LegalNameFields";
import { ROLE_KIND_LABELS, ROLE_KINDS } from "~/people/roles/role";

type Names =
  "legalFirst" | "legalLast" | "email" | "organisationId" | "roleKind" | "employeeId" | "building" | "fromDate";

interface NewPersonFieldsProps {
  lastResult?: SubmissionResult<string[]> | undefined;
  organisations: Option[];
}

/** The form for a person who is new to Hourbook. */
export function NewPersonFields({ lastResult, organisations }: NewPersonFieldsProps) {
  const [form, fields] = useServerForm<Record<Names, string>>({ lastResult });
  return (
    <FormFrame form={form}>
      <div className="grid gap-5 sm:grid-cols-2">
        <LegalNameFields fields={fields} legal />
        <TextField
          field={fields.email}
          label="Email"
          type="email"
          autoComplete="off"
          hint="Needed to invite the person later."
          className="sm:col-span-2"
        />
      </div>
      <fieldset className="grid gap-5 border-t border-line pt-5 sm:grid-cols-2">
        <legend className="sr-only">Where the person works</legend>
        <SelectField
          field={fields.organisationId}
          label="Works at"
          placeholder="Not known"
          options={organisations}
          className="sm:col-span-2"
        />
        <SelectField
          field={fields.roleKind}
          label="Role there"
          placeholder="Choose one"
          options={ROLE_KINDS.map((kind) => ({ value: kind, label: ROLE_KIND_LABELS[kind] }))}
        />
        <TextField field={fields.building} label="School or building" autoComplete="off" />
        <TextField field={fields.employeeId} label="Employee ID" autoComplete="off" />
        <TextField
          field={fields.fromDate}
          label="First day there"
          type="date"
          hint="HR of the organization sees clock hours from this day on."
          className="sm:col-span-2"
        />
      </fieldset>
      <div>
        <SubmitButton>Add person</SubmitButton>
      </div>
    </FormFrame>
  );
}
