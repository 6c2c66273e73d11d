import { DeviceStamp } from "~/attendance/marks/DeviceStamp";
import { stampForm } from "~/attendance/marks/device-clock";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, type FormField } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import type { JoinPage } from "./join.server";

interface JoinFormProps extends Pick<JoinPage, "standing" | "state" | "asksCode"> {
  form: Parameters<typeof FormFrame>[0]["form"];
  code: FormField;
}

/** The button that leads to the online meeting, and marks in whoever has a seat and is not marked yet. */
export function JoinForm({ form, code, standing, state, asksCode }: JoinFormProps) {
  const marks = standing === "seat" && state === "none";
  return (
    <FormFrame form={form} keeps={false} onSubmit={(event) => stampForm(event.currentTarget)}>
      <DeviceStamp />
      {asksCode ? (
        <TextField
          field={code}
          label="Code"
          hint="Six characters that the facilitator shows. They change every minute. If you see them only once you are in, join without the code and come back here with it."
          autoComplete="off"
          maxLength={20}
          required
        />
      ) : null}
      <div className="flex flex-wrap gap-3">
        {marks ? (
          <SubmitButton intent="mark" pendingLabel="Joining …">
            Join and mark me in
          </SubmitButton>
        ) : (
          <SubmitButton intent="forward" pendingLabel="Joining …">
            {state === "none" ? "Join the online meeting" : "Join again"}
          </SubmitButton>
        )}
        {asksCode ? (
          <SubmitButton intent="forward" variant="secondary" pendingLabel="Joining …">
            Join without the code
          </SubmitButton>
        ) : null}
      </div>
    </FormFrame>
  );
}
