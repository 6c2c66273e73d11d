import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/form";
import { TextField } from "~/ui/text-fields";

/** Marks everyone who has no mark as present throughout. */
export function PresentAllForm({ unmarked, nonce }: { unmarked: number; nonce: string }) {
  return (
    <Form method="post">
      <Hidden name="nonce" value={nonce} />
      <SubmitButton intent="present-all" disabled={unmarked === 0} pendingLabel="Marking …">
        {unmarked === 0 ? "Everyone is marked" : `Mark the other ${unmarked} present`}
      </SubmitButton>
    </Form>
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
    <FormFrame form={form} className="grid gap-4 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
      <Hidden name="nonce" value={nonce} />
      <TextField field={fields.name} label="Name" autoComplete="off" required />
      <TextField field={fields.email} label="Email address" type="email" autoComplete="off" />
      <SubmitButton intent="walk-in" variant="secondary">
        Take in
      </SubmitButton>
    </FormFrame>
  );
}
