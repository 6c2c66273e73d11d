import { SubmitButton } from "~/ui/Button";
import type { useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";

/** The fields of a decision of the committee, as the forms of a first and of a later decision send them. */
export type DecisionField = "committeeMetOn" | "approvedHours" | "note";

interface DecisionFieldsProps {
  fields: ReturnType<typeof useServerForm<Record<DecisionField, string>>>[1];
  /** The last day the committee can have met, `YYYY-MM-DD`. */
  today: string;
  hoursHint?: string;
  /** What an approval is sent as: the first, or another one. */
  approveIntent: "approve" | "approve-anew";
}

/** What the committee decided, and the two ways it can have decided. */
export function DecisionFields({ fields, today, hoursHint, approveIntent }: DecisionFieldsProps) {
  return (
    <>
      <div className="grid gap-5 sm:grid-cols-2 sm:items-end">
        <TextField field={fields.committeeMetOn} label="The committee met on" type="date" max={today} required />
        <TextField
          field={fields.approvedHours}
          label="Hours approved"
          hint={hoursHint}
          inputMode="decimal"
          suffix="hours"
        />
        <TextField
          field={fields.note}
          label="Note"
          hint="Needed where it declined: what it wants changed."
          className="sm:col-span-2"
          maxLength={1000}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <SubmitButton intent={approveIntent}>Record the approval</SubmitButton>
        <SubmitButton intent="decline" variant="secondary">
          It declined
        </SubmitButton>
      </div>
    </>
  );
}
