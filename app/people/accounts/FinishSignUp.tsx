import type { SubmissionResult } from "@conform-to/react";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Facts } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";
import { NewPasswordField } from "./NewPasswordField";

interface Props {
  token: string;
  signUp: { email: string; legalFirst: string; legalLast: string; onRecord: boolean };
  lastResult: SubmissionResult | null | undefined;
}

/** Behind the link of a sign-up: the name, to be corrected unless staff have entered it, and the password. */
export function FinishSignUp({ token, signUp, lastResult }: Props) {
  const { email, legalFirst, legalLast, onRecord } = signUp;
  const [form, fields] = useServerForm<{ legalFirst: string; legalLast: string; password: string }>({
    lastResult,
    defaultValue: { legalFirst, legalLast },
  });
  return (
    <FormFrame form={form}>
      <Hidden name="token" value={token} />
      <Facts
        items={[
          { label: "You sign in with", value: email },
          { label: "Name", value: onRecord ? `${legalFirst} ${legalLast}` : null },
        ]}
      />
      {onRecord ? (
        <>
          <Hidden name="legalFirst" value={legalFirst} />
          <Hidden name="legalLast" value={legalLast} />
          <p className="text-soft">This is how we know you already. You can correct it in your profile.</p>
        </>
      ) : (
        <>
          <TextField
            field={fields.legalFirst}
            label="First name"
            hint="As it is on your certificate."
            autoComplete="given-name"
            required
          />
          <TextField field={fields.legalLast} label="Last name" autoComplete="family-name" required />
        </>
      )}
      <NewPasswordField field={fields.password} />
      <div>
        <SubmitButton pendingLabel="Finishing …">Finish my account</SubmitButton>
      </div>
    </FormFrame>
  );
}
