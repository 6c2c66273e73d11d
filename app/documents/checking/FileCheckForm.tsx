import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { FileDrop } from "./FileDrop";

/** Takes one PDF to be checked, on whichever page it stands; the answer comes on the page for checking. */
export function FileCheckForm() {
  return (
    <Form method="post" action="/verify?index" encType="multipart/form-data" className="grid max-w-lg gap-4">
      <FileDrop id="file" label="PDF file" hint="Drop it here, or choose it." accept="application/pdf,.pdf" required />
      <div>
        <SubmitButton pendingLabel="Checking …" variant="secondary">
          Check this file
        </SubmitButton>
      </div>
    </Form>
  );
}
