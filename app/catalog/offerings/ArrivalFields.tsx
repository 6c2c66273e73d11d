import type { FieldMetadata } from "@conform-to/react";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import type { OfferingDraft } from "./offering-draft";

type Fields<Name extends keyof OfferingDraft> = Record<Name, FieldMetadata<string, OfferingDraft>>;

/** How people get there and what they bring along. */
export function ArrivalFields({ fields }: { fields: Fields<"mapLink" | "arrival" | "bring"> }) {
  return (
    <>
      <TextArea
        field={fields.arrival}
        label="Parking and arrival"
        hint="Empty: the directions of the list."
        rows={3}
        maxLength={500}
      />
      <TextArea
        field={fields.bring}
        label="What to bring"
        hint="Everyone sees it, before they register too."
        rows={3}
        maxLength={500}
      />
      <TextField
        field={fields.mapLink}
        label="Link to a map"
        hint="Empty: the one of the list, or else a search for the address on OpenStreetMap."
        type="url"
        maxLength={500}
        className="sm:col-span-2"
      />
    </>
  );
}

/** Whom people ask about the offering. */
export function ContactFields({ fields }: { fields: Fields<"contactName" | "contactEmail" | "contactPhone"> }) {
  return (
    <div className="grid gap-5 sm:grid-cols-3 sm:items-end">
      <TextField field={fields.contactName} label="Contact" hint="A name or an office." autoComplete="off" />
      <TextField field={fields.contactEmail} label="Contact’s email" type="email" autoComplete="off" />
      <TextField field={fields.contactPhone} label="Contact’s telephone" type="tel" autoComplete="off" />
    </div>
  );
}
