import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";

type LastResult = Parameters<typeof useServerForm>[0]["lastResult"];

/** Who takes attendance besides those who teach. */
export function HelperList({ helpers }: { helpers: { personId: string; name: string; isMe: boolean }[] }) {
  if (helpers.length === 0) return <p className="text-soft">Nobody besides the instructors.</p>;
  return (
    <ul className="grid gap-2">
      {helpers.map(({ personId, name, isMe }) => (
        <li key={personId} className="flex flex-wrap items-center justify-between gap-3">
          <span>
            {name}
            {isMe ? " (you)" : ""}
          </span>
          <Form method="post">
            <Hidden name="personId" value={personId} />
            <SubmitButton intent="remove" variant="secondary" size="sm">
              {isMe ? "Leave" : "Take off"} <span className="sr-only">{name}</span>
            </SubmitButton>
          </Form>
        </li>
      ))}
    </ul>
  );
}

/** Adds a helper by their address. */
export function HelperForm({ lastResult }: { lastResult: LastResult }) {
  const [form, fields] = useServerForm<{ email: string }>({ id: "helper", lastResult });
  return (
    <FormFrame form={form} className="flex flex-wrap items-end gap-3">
      <TextField
        field={fields.email}
        label="Email address of a helper"
        hint="Of somebody with an account."
        type="email"
        autoComplete="off"
        required
      />
      <SubmitButton intent="add" variant="secondary">
        Add the helper
      </SubmitButton>
    </FormFrame>
  );
}

interface HandOverFormProps {
  teachers: { id: string; name: string }[];
  /** The actor's own row among them; null where they do not teach. */
  mine: string | null;
  lastResult: LastResult;
}

/** Names a substitute for one who teaches. */
export function HandOverForm({ teachers, mine, lastResult }: HandOverFormProps) {
  const [form, fields] = useServerForm<Record<"instructorId" | "email" | "qualifications" | "reason", string>>({
    id: "hand-over",
    lastResult,
    defaultValue: { instructorId: mine ?? (teachers.length === 1 ? (teachers[0]?.id ?? "") : "") },
  });
  return (
    <FormFrame form={form} className="grid gap-5">
      <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
        <SelectField
          field={fields.instructorId}
          label="Instead of"
          options={teachers.map(({ id, name }) => ({ value: id, label: name }))}
          placeholder="Choose …"
          required
        />
        <TextField
          field={fields.email}
          label="Email address of the substitute"
          type="email"
          autoComplete="off"
          required
        />
        <TextField field={fields.qualifications} label="Their qualifications" maxLength={300} />
        <TextField field={fields.reason} label="Reason" hint="It stands on the record." maxLength={500} required />
      </div>
      <div>
        <SubmitButton intent="hand-over">Hand over</SubmitButton>
      </div>
    </FormFrame>
  );
}
