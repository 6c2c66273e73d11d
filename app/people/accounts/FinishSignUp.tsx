import type { SubmissionResult } from "@conform-to/react";
import type { AffiliationShape } from "~/people/affiliations/AffiliationFields";
import { WorkplaceQuestion } from "~/people/affiliations/WorkplaceQuestion";
import { SubmitButton } from "~/ui/Button";
import type { Option } from "~/ui/fields/choice-fields";
import { type FieldsOf, FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Facts } from "~/ui/frame/Page";
import { LegalNameFields } from "~/people/names/LegalNameFields";
import { legalNameOf } from "~/people/persons/name";
import { NewPasswordField } from "./NewPasswordField";

interface Props {
  token: string;
  /** Where the person wanted to go; empty for nowhere. */
  next: string;
  signUp: { email: string; legalFirst: string; legalLast: string; onRecord: boolean; asksWorkplace: boolean };
  organisations: Option[];
  lastResult: SubmissionResult | null | undefined;
}

interface FinishFields extends Record<string, unknown> {
  legalFirst: string;
  legalLast: string;
  password: string;
  workplace: AffiliationShape;
}

/** Behind the link of a sign-up: the name, to be corrected unless staff have entered it, and the password. */
export function FinishSignUp({ token, next, signUp, organisations, lastResult }: Props) {
  const { email, legalFirst, legalLast, onRecord, asksWorkplace } = signUp;
  const [form, fields] = useServerForm<FinishFields>({
    lastResult,
    defaultValue: { legalFirst, legalLast },
  });
  return (
    <FormFrame form={form}>
      <Hidden name="token" value={token} />
      <Hidden name="next" value={next} />
      <Facts
        items={[
          { label: "You sign in with", value: email },
          { label: "Name", value: onRecord ? legalNameOf(signUp) : null },
        ]}
      />
      {onRecord ? (
        <>
          <Hidden name="legalFirst" value={legalFirst} />
          <Hidden name="legalLast" value={legalLast} />
          <p className="text-soft">
            We know you already: staff have entered you under this address, and what you registered for is waiting. You
            can correct the name in your profile.
          </p>
        </>
      ) : (
        <>
          <LegalNameFields fields={fields} hint="As it is on your certificate." own />
        </>
      )}
      {asksWorkplace ? (
        <WorkplaceQuestion
          legend="Where do you work?"
          fields={fields.workplace.getFieldset() as FieldsOf<AffiliationShape>}
          organisations={organisations}
        />
      ) : null}
      <NewPasswordField field={fields.password} />
      <div>
        <SubmitButton pendingLabel="Finishing …">Finish my account</SubmitButton>
      </div>
    </FormFrame>
  );
}
