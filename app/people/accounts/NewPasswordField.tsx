import type { FormField } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { PASSWORD_HINT } from "./password-rule";

/** Where somebody chooses a password. */
export function NewPasswordField({ field, label = "Password" }: { field: FormField; label?: string }) {
  return (
    <TextField field={field} label={label} hint={PASSWORD_HINT} type="password" autoComplete="new-password" required />
  );
}
