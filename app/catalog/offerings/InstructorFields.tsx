import type { FieldMetadata } from "@conform-to/react";
import { SubmitButton } from "~/ui/Button";
import { TextField } from "~/ui/fields/text-fields";
import type { InstructorDraft, OfferingDraft } from "./offering-draft";

/** Who teaches, as rows of fields. */
export function InstructorFields({ rows }: { rows: FieldMetadata<InstructorDraft, OfferingDraft>[] }) {
  return (
    <div className="grid gap-4">
      {rows.map((row, index) => {
        const { name, email, qualifications } = row.getFieldset();
        return (
          <fieldset
            key={row.key}
            className="grid gap-4 rounded-[0.625rem] border border-line bg-surface p-4 sm:grid-cols-3 sm:items-end"
          >
            <legend className="sr-only">Instructor {index + 1}</legend>
            <TextField field={name} label="Name" maxLength={120} />
            <TextField
              field={email}
              label="Email of their account"
              hint="They can then take attendance."
              type="email"
            />
            <TextField field={qualifications} label="Qualifications" maxLength={300} />
            <div>
              <SubmitButton
                intent={`remove-instructor:${index}`}
                variant="quiet"
                size="sm"
                aria-label={`Remove instructor ${index + 1}`}
              >
                Remove
              </SubmitButton>
            </div>
          </fieldset>
        );
      })}
      <div>
        <SubmitButton intent="add-instructor" variant="secondary" size="sm">
          Add an instructor
        </SubmitButton>
      </div>
    </div>
  );
}
