import type { SubmissionResult } from "@conform-to/react";
import type { Stale } from "~/platform/http/stale-form";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextArea, TextField } from "~/ui/fields/text-fields";
import { VersionFields } from "~/ui/fields/VersionFields";

type Result = SubmissionResult<string[]> | null | undefined;

const LABELS = { name: "Who runs it", note: "How the keys came here" };

interface IssuerFieldsProps {
  lastResult: Result;
  /** An issuer that is there already; its keys are added apart. */
  issuer?: { name: string; note: string };
  base?: string | null;
  stale?: Stale | null;
}

/** The form for a trusted issuer, new or known. */
export function IssuerFields({ lastResult, issuer, base = null, stale = null }: IssuerFieldsProps) {
  const [form, fields] = useServerForm<Record<"name" | "note" | "keys", string>>({
    id: "issuer",
    lastResult,
    defaultValue: issuer,
  });
  return (
    <FormFrame form={form}>
      <VersionFields base={base} stale={stale} changedBy={stale?.change?.by ?? null} labels={LABELS} />
      <TextField
        field={fields.name}
        label={LABELS.name}
        hint="As people are told who signed: Capital Region ESD 113."
        maxLength={120}
        required
      />
      <TextArea
        field={fields.note}
        label={LABELS.note}
        hint="From which address, on which day, and who told you by another way that they are right."
        rows={2}
        maxLength={500}
        required
      />
      {issuer ? null : (
        <TextArea field={fields.keys} label="Keys" hint={<KeysHint />} rows={6} maxLength={200_000} required />
      )}
      <div>
        {issuer ? (
          <SubmitButton intent="save-issuer">Save the issuer</SubmitButton>
        ) : (
          <SubmitButton>Trust this issuer</SubmitButton>
        )}
      </div>
    </FormFrame>
  );
}

/** Adds the keys that an issuer began to use. */
export function MoreKeys({ lastResult }: { lastResult: Result }) {
  const [form, fields] = useServerForm<{ keys: string }>({ id: "more-keys", lastResult });
  return (
    <FormFrame form={form}>
      <TextArea
        field={fields.keys}
        label="Its list of keys now"
        hint={<KeysHint />}
        rows={6}
        maxLength={200_000}
        required
      />
      <div>
        <SubmitButton intent="add-keys" variant="secondary">
          Add its keys
        </SubmitButton>
      </div>
    </FormFrame>
  );
}

const KeysHint = () => (
  <>
    The whole text at <code className="break-all">/.well-known/hourbook-keys.json</code> of that Hourbook.
  </>
);
