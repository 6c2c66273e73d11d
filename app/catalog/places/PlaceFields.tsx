import type { SubmissionResult } from "@conform-to/react";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";

interface PlaceFieldsProps {
  lastResult?: SubmissionResult<string[]> | null | undefined;
  place?: { name: string; address: string | null; directions: string | null; capacity: number | null };
  intent?: string;
  submitLabel: string;
}

/** The form for a place, new or known. */
export function PlaceFields({ lastResult, place, intent, submitLabel }: PlaceFieldsProps) {
  const [form, fields] = useServerForm<Record<"name" | "address" | "directions" | "capacity", string>>({
    id: "place",
    lastResult,
    defaultValue: place,
  });
  return (
    <FormFrame form={form}>
      <TextField
        field={fields.name}
        label="Name"
        hint="Building and room, as offerings show it."
        maxLength={200}
        required
      />
      <TextField field={fields.address} label="Address" maxLength={300} />
      <TextArea
        field={fields.directions}
        label="Directions"
        hint="Parking, door, step-free way. Shown with every offering at this place."
        rows={3}
        maxLength={500}
      />
      <TextField
        field={fields.capacity}
        label="Holds"
        hint="A hint for whoever schedules; nothing is refused."
        type="number"
        min={1}
        max={5000}
        suffix="people"
      />
      <div>
        <SubmitButton {...(intent !== undefined && { intent })}>{submitLabel}</SubmitButton>
      </div>
    </FormFrame>
  );
}
