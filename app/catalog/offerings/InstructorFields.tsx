import type { FieldMetadata } from "@conform-to/react";
import { useId } from "react";
import { SubmitButton } from "~/ui/Button";
import { TextField } from "~/ui/fields/text-fields";
import type { InstructorDraft, OfferingDraft } from "./offering-draft";

/** Somebody of the provider's list. */
export interface ProposedInstructor {
  name: string;
  qualifications: string | null;
}

interface InstructorFieldsProps {
  rows: FieldMetadata<InstructorDraft, OfferingDraft>[];
  proposed: readonly ProposedInstructor[];
}

/** Who teaches, as rows of fields. Who is in the provider's list brings address and qualifications along. */
export function InstructorFields({ rows, proposed }: InstructorFieldsProps) {
  const listId = useId();
  return (
    <div className="grid gap-4">
      {proposed.length > 0 ? (
        <datalist id={listId}>
          {proposed.map(({ name, qualifications }) => (
            <option key={name} value={name} label={qualifications ?? undefined} />
          ))}
        </datalist>
      ) : null}
      {rows.map((row, index) => {
        const { name, email, qualifications } = row.getFieldset();
        return (
          <fieldset
            key={row.key}
            className="grid gap-4 rounded-[0.625rem] border border-line bg-surface p-4 sm:grid-cols-3 sm:items-end"
          >
            <legend className="sr-only">Instructor {index + 1}</legend>
            <TextField
              field={name}
              label="Name"
              hint={proposed.length > 0 ? "Who is in the list brings the rest along." : undefined}
              maxLength={120}
              list={listId}
              autoComplete="off"
            />
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
