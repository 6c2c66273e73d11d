import type { SubmissionResult } from "@conform-to/react";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import { TextField } from "~/ui/fields/text-fields";

/** Sends a message again, with the reason that the log keeps. */
export function ResendForm({ lastResult }: { lastResult: SubmissionResult<string[]> | null | undefined }) {
  const [form, fields] = useServerForm<{ reason: string }>({ lastResult });
  return (
    <Section title="Send again" description="As a new message with the same text. The log keeps who did it, and why.">
      <FormFrame form={form} className="grid max-w-xl gap-4">
        <TextField
          field={fields.reason}
          label="Reason"
          hint="For example: the person says that it did not arrive."
          required
        />
        <div>
          <SubmitButton variant="secondary">Send again</SubmitButton>
        </div>
      </FormFrame>
    </Section>
  );
}
