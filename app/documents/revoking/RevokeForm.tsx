import type { SubmissionResult } from "@conform-to/react";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextArea } from "~/ui/fields/text-fields";

/** Asks why a document is revoked; the reason is public (D5). */
export function RevokeForm({ lastResult }: { lastResult: SubmissionResult<string[]> | undefined }) {
  const [form, fields] = useServerForm<{ reason: string }>({ id: "revoke", lastResult });
  return (
    <FormFrame form={form} className="grid max-w-lg gap-4">
      <TextArea
        field={fields.reason}
        label="Reason"
        required
        hint="Whoever checks the document reads it. Name no other person."
        rows={2}
        maxLength={300}
      />
      <div>
        <SubmitButton intent="revoke" variant="danger">
          Revoke for good
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
