import { SubmitButton } from "~/ui/Button";
import { CheckboxGroup, SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { API_SCOPE_WORDS, API_SCOPES } from "./api-token";

type LastResult = Parameters<typeof useServerForm>[0]["lastResult"];

const SCOPES = API_SCOPES.map((value) => ({ value, label: API_SCOPE_WORDS[value] }));
const DAYS = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "180", label: "180 days" },
  { value: "365", label: "A year" },
];

/** A token for one system of a district. */
export function MakeToken({ organisationId, lastResult }: { organisationId: string; lastResult: LastResult }) {
  const [form, fields] = useServerForm<{ name: string; scopes: string; days: string }>({
    id: "token",
    lastResult,
    defaultValue: { days: "365", scopes: ["credits"] },
  });
  return (
    <FormFrame form={form}>
      <Hidden name="organisationId" value={organisationId} />
      <TextField
        field={fields.name}
        label="What will use it"
        hint="For example the name of your payroll system. One token for each system, so that one can be ended alone."
        maxLength={80}
        required
      />
      <CheckboxGroup field={fields.scopes} legend="What it opens" options={SCOPES} required />
      <SelectField field={fields.days} label="Works for" options={DAYS} required className="max-w-60" />
      <div>
        <SubmitButton intent="make-token">Make the token</SubmitButton>
      </div>
    </FormFrame>
  );
}
