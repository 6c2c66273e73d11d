import { useNavigation } from "@remix-run/react";
import { Button, SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { DeviceStamp } from "~/attendance/marks/DeviceStamp";
import { stampForm } from "~/attendance/marks/device-clock";
import { TAPS } from "./RosterList";

interface ForEveryoneProps {
  unmarked: number;
  /** How many checked in by themselves and wait to be confirmed. */
  waiting: number;
  /** How many marks the last tap of whoever looks made, while it can be undone at once. */
  undoable: number;
}

/** What can be said of everyone at once. */
export function ForEveryone({ unmarked, waiting, undoable }: ForEveryoneProps) {
  const tapped = useNavigation().formData?.get("tap");
  return (
    <>
      {waiting > 0 ? (
        <Button type="submit" form={TAPS} name="tap" value="self-all" pending={tapped === "self-all"}>
          {waiting === 1 ? "Confirm 1 self check-in" : `Confirm ${waiting} self check-ins`}
        </Button>
      ) : null}
      <Button
        type="submit"
        form={TAPS}
        name="tap"
        value="present-all"
        variant={waiting > 0 ? "secondary" : "primary"}
        disabled={unmarked === 0}
        pending={tapped === "present-all"}
      >
        {unmarked === 0 ? "Everyone is marked" : `Mark the other ${unmarked} present`}
      </Button>
      {undoable > 0 ? (
        <Button type="submit" form={TAPS} name="tap" value="undo" variant="secondary" pending={tapped === "undo"}>
          {undoable === 1 ? "Undo the last mark" : `Undo the last ${undoable} marks`}
        </Button>
      ) : null}
    </>
  );
}

interface WalkInFormProps {
  nonce: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Takes in somebody who is not on the roster (T2). */
export function WalkInForm({ nonce, lastResult }: WalkInFormProps) {
  const [form, fields] = useServerForm<{ name: string; email: string }>({ id: "walk-in", lastResult });
  return (
    <FormFrame
      form={form}
      onSubmit={(event) => stampForm(event.currentTarget)}
      className="grid gap-4 sm:grid-cols-[1fr_1fr_auto] sm:items-end"
    >
      <DeviceStamp nonce={nonce} />
      <TextField field={fields.name} label="Name" autoComplete="off" required />
      <TextField field={fields.email} label="Email address" type="email" autoComplete="off" />
      <SubmitButton intent="walk-in" variant="secondary">
        Take in
      </SubmitButton>
    </FormFrame>
  );
}
