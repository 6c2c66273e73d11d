import { CREDIT_EVENT_WORDS, CREDIT_EVENTS, type CreditEventType } from "~/hr/api/credit-event";
import { SubmitButton } from "~/ui/Button";
import { CheckboxGroup } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";

interface EndpointFieldsProps {
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  draft?: { url: string; events: CreditEventType[] };
  /** For a new one: whose it becomes. */
  organisationId?: string;
  intent: string;
  submitLabel: string;
}

const EVENTS = CREDIT_EVENTS.map((value) => ({ value, label: CREDIT_EVENT_WORDS[value] }));

/** Where a district wants to be told, and of what. */
export function EndpointFields({ lastResult, draft, organisationId, intent, submitLabel }: EndpointFieldsProps) {
  const [form, fields] = useServerForm<{ url: string; events: string }>({
    id: "endpoint",
    lastResult,
    defaultValue: draft ?? { events: [...CREDIT_EVENTS] },
  });
  return (
    <FormFrame form={form}>
      {organisationId === undefined ? null : <Hidden name="organisationId" value={organisationId} />}
      <TextField
        field={fields.url}
        label="Address"
        hint="Begins with https:// and is reached from the open Internet."
        type="url"
        maxLength={500}
        required
      />
      <CheckboxGroup field={fields.events} legend="Told of" options={EVENTS} required />
      <div>
        <SubmitButton intent={intent} variant="secondary">
          {submitLabel}
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
