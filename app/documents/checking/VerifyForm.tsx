import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { TextField } from "~/ui/fields/text-fields";

interface VerifyFormProps {
  typed?: string | undefined;
  problem?: string | undefined;
}

/** Asks for the code on a document. */
export function VerifyForm({ typed, problem }: VerifyFormProps) {
  const field = {
    id: "code",
    name: "code",
    errorId: "code-error",
    descriptionId: "code-hint",
    initialValue: typed,
    errors: problem ? [problem] : undefined,
  };
  return (
    <Form method="get" action="/verify" className="grid max-w-lg gap-4">
      <TextField
        field={field}
        label="Verification code"
        required
        hint="20 letters and digits, near the QR code, or the whole link. Dashes, spaces and lower case make no difference."
        autoComplete="off"
      />
      <div>
        <SubmitButton>Check this document</SubmitButton>
      </div>
    </Form>
  );
}
