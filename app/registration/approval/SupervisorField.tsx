import { formatAge } from "~/platform/format";
import type { FormField } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";

/** Asks for the address of the supervisor whose approval the seat waits for. */
export function SupervisorField({ field, hours }: { field: FormField; hours: number }) {
  return (
    <TextField
      field={field}
      label="Your supervisor's email address"
      hint={`They are asked to approve. Your seat is held for ${formatAge(hours * 3_600_000)} at most.`}
      type="email"
      autoComplete="off"
      required
    />
  );
}
