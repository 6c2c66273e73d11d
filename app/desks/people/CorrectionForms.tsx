import type { ReactNode } from "react";
import { SubmitButton } from "~/ui/Button";
import { CheckboxField } from "~/ui/fields/choice-fields";
import { type FieldsOf, FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { LegalNameFields } from "~/people/names/LegalNameFields";
import { TextField } from "~/ui/fields/text-fields";
import { Unfold } from "~/ui/Unfold";
import type { PersonPage } from "./person-page.server";

type LastResult = Parameters<typeof useServerForm>[0]["lastResult"];

interface CorrectionFormsProps extends Pick<PersonPage, "record" | "rights" | "account"> {
  /** What the action answered to the form with this intent. */
  resultOf: (intent: string) => LastResult;
}

/** What this reader may correct on a record; each form unfolds, asks why, and tells what follows from it. */
export function CorrectionForms({ record, rights, account, resultOf }: CorrectionFormsProps) {
  const email = record.contact?.email ?? null;
  return (
    <div className="grid gap-3">
      {rights.correct ? (
        <>
          <NameForm
            key={`${record.legalFirst} ${record.legalLast}`}
            record={record}
            lastResult={resultOf("correct-name")}
          />
          <NumberForm
            key={record.certificateNumber}
            number={record.certificateNumber}
            lastResult={resultOf("correct-number")}
          />
        </>
      ) : null}
      {rights.reach && account.state === "none" ? (
        <AddressForm key={email} email={email} lastResult={resultOf("correct-address")} />
      ) : null}
    </div>
  );
}

interface CorrectionProps<Shape extends Record<string, unknown>> {
  intent: string;
  title: string;
  submitLabel: string;
  lastResult: LastResult;
  defaults?: Partial<Shape>;
  children: (fields: FieldsOf<Shape & { reason: string }>) => ReactNode;
}

/** A change to a record that asks for its reason. */
export function Correction<Shape extends Record<string, unknown>>(props: CorrectionProps<Shape>) {
  const { intent, title, submitLabel, lastResult, defaults, children } = props;
  const [form, fields] = useServerForm<Shape & { reason: string }>({
    id: intent,
    lastResult,
    defaultValue: defaults,
  });
  return (
    <Unfold title={title} open={Boolean(lastResult?.error)}>
      <FormFrame form={form} className="grid gap-5">
        <Hidden name="intent" value={intent} />
        {children(fields)}
        <TextField field={fields.reason} label="Why" hint="Kept with the change." maxLength={300} required />
        <div>
          <SubmitButton variant="secondary">{submitLabel}</SubmitButton>
        </div>
      </FormFrame>
    </Unfold>
  );
}

function NameForm({ record, lastResult }: Pick<PersonPage, "record"> & { lastResult: LastResult }) {
  const { legalFirst, legalLast } = record;
  return (
    <Correction<{ legalFirst: string; legalLast: string; typingMistake: string }>
      intent="correct-name"
      title="Correct the legal name"
      submitLabel="Correct the name"
      lastResult={lastResult}
      defaults={{ legalFirst, legalLast }}
    >
      {(fields) => (
        <>
          <LegalNameFields fields={fields} legal />
          <CheckboxField
            field={fields.typingMistake}
            label="The name that stands was never theirs"
            hint="For a typing mistake. Otherwise it is kept as a former name, which earlier records bear."
          />
        </>
      )}
    </Correction>
  );
}

function NumberForm({ number, lastResult }: { number: string | null; lastResult: LastResult }) {
  return (
    <Correction<{ certificateNumber: string }>
      intent="correct-number"
      title="Correct the certificate number"
      submitLabel="Correct the number"
      lastResult={lastResult}
      defaults={{ certificateNumber: number ?? "" }}
    >
      {(fields) => (
        <TextField
          field={fields.certificateNumber}
          label="Certificate number"
          hint="As OSPI gave it. Never a Social Security number. Left empty, none is on file."
          autoComplete="off"
        />
      )}
    </Correction>
  );
}

function AddressForm({ email, lastResult }: { email: string | null; lastResult: LastResult }) {
  return (
    <Correction<{ email: string }>
      intent="correct-address"
      title={email ? "Correct the email address" : "Enter an email address"}
      submitLabel="Save the address"
      lastResult={lastResult}
      defaults={{ email: email ?? "" }}
    >
      {(fields) => (
        <TextField
          field={fields.email}
          label="Email address"
          hint="Mail goes there at once. An invitation to the address before stops working."
          type="email"
          autoComplete="off"
          required
        />
      )}
    </Correction>
  );
}
