import type { ReactNode } from "react";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextArea } from "~/ui/fields/text-fields";
import { LONGEST_INQUIRY } from "./inquiry";

interface WritingFormProps {
  id: string;
  label: string;
  hint: string;
  /** Makes the same form sent twice one thing. */
  nonce: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  /** The first is what the form is for, unless something else on the page is. */
  submits: { label: string; intent?: string; quiet?: boolean }[];
  children?: ReactNode;
}

/** A text to the other side of an inquiry. */
export function WritingForm({ id, label, hint, nonce, lastResult, submits, children }: WritingFormProps) {
  const [form, fields] = useServerForm<{ body: string }>({ id, lastResult });
  return (
    <FormFrame form={form} className="grid gap-5">
      <Hidden name="nonce" value={nonce} />
      {children}
      <TextArea field={fields.body} label={label} hint={hint} rows={6} maxLength={LONGEST_INQUIRY} required />
      <div className="flex flex-wrap gap-3">
        {submits.map((submit, index) => (
          <SubmitButton
            key={submit.label}
            {...(submit.intent ? { intent: submit.intent } : {})}
            variant={index === 0 && !submit.quiet ? "primary" : "secondary"}
          >
            {submit.label}
          </SubmitButton>
        ))}
      </div>
    </FormFrame>
  );
}
