import type { ReactNode } from "react";
import { DeviceStamp } from "~/attendance/marks/DeviceStamp";
import { stampForm } from "~/attendance/marks/device-clock";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, type FormField } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";

interface CheckInFormProps {
  form: Parameters<typeof FormFrame>[0]["form"];
  code: FormField;
  /** Which session it is for. */
  children: ReactNode;
}

/** Where people enter the code that stands on the screen at the session. */
export function CheckInForm({ form, code, children }: CheckInFormProps) {
  return (
    <FormFrame form={form} keeps={false} onSubmit={(event) => stampForm(event.currentTarget)}>
      <DeviceStamp />
      {children}
      <TextField
        field={code}
        label="Code"
        hint="Six characters, on the screen at the session. They change every minute."
        autoComplete="off"
        maxLength={20}
        required
      />
      <div>
        <SubmitButton pendingLabel="Checking in …">Check in</SubmitButton>
      </div>
    </FormFrame>
  );
}
