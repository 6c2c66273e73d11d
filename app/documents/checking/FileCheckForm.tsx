import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { FileDrop } from "./FileDrop";

/** Takes one file to be checked, on whichever page it stands; the answer comes on the page for checking. */
export function FileCheckForm() {
  return (
    <Form method="post" action="/verify?index" encType="multipart/form-data" className="grid max-w-lg gap-4">
      <FileDrop
        id="file"
        label="File"
        hint="Drop it here, or choose it."
        accept=".pdf,.png,.svg,.json,application/pdf,image/png,image/svg+xml,application/json"
        required
      />
      <div>
        <SubmitButton pendingLabel="Checking …" variant="secondary">
          Check this file
        </SubmitButton>
      </div>
    </Form>
  );
}
