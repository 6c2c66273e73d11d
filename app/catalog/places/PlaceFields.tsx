import type { Stale } from "~/platform/http/stale-form";
import { VersionFields } from "~/ui/fields/VersionFields";
import type { SubmissionResult } from "@conform-to/react";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";

interface PlaceFieldsProps {
  lastResult?: SubmissionResult<string[]> | null | undefined;
  place?: {
    name: string;
    address: string | null;
    directions: string | null;
    mapLink: string | null;
    capacity: number | null;
  };
  /** The version that a place was opened with; null for a new one. */
  base?: string | null;
  stale?: Stale | null;
  intent?: string;
  submitLabel: string;
}

/** What the fields are called that a collision names. */
const LABELS = {
  name: "Name",
  address: "Address",
  directions: "Directions",
  mapLink: "Link to a map",
  capacity: "Holds",
};

/** The form for a place, new or known. */
export function PlaceFields({ lastResult, place, base = null, stale = null, intent, submitLabel }: PlaceFieldsProps) {
  const [form, fields] = useServerForm<Record<"name" | "address" | "directions" | "mapLink" | "capacity", string>>({
    id: "place",
    lastResult,
    defaultValue: place,
  });
  return (
    <FormFrame form={form}>
      <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={LABELS} />
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
        hint="Parking, door, step-free way. Offerings at this place take these words over."
        rows={3}
        maxLength={500}
      />
      <TextField
        field={fields.mapLink}
        label="Link to a map"
        hint="Empty: the address is searched for on OpenStreetMap, when somebody asks for the map."
        type="url"
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
