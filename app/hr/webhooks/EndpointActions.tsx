import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { OnceField } from "~/ui/fields/OnceField";

/** What can be done with an endpoint. */
export function EndpointActions({ isOn, url }: { isOn: boolean; url: string }) {
  return (
    <div className="flex flex-wrap gap-3">
      {isOn ? <Act intent="ping">Send a test message</Act> : <Act intent="switch-on">Switch it on</Act>}
      {isOn ? <Act intent="switch-off">Switch it off</Act> : null}
      <ConfirmDialog
        trigger="New secret"
        title="Give the endpoint a new secret?"
        confirmLabel="Make a new secret"
        intent="new-secret"
      >
        <p>The old one signs nothing from then on: your system refuses messages until it has the new one.</p>
      </ConfirmDialog>
      <ConfirmDialog trigger="Remove" title={`Remove ${url}?`} confirmLabel="Remove the endpoint" intent="remove">
        <p>Its messages and their log are removed as well. Hours stay where they are.</p>
      </ConfirmDialog>
    </div>
  );
}

function Act({ intent, children }: { intent: string; children: string }) {
  return (
    <Form method="post" preventScrollReset>
      <OnceField />
      <SubmitButton intent={intent} variant="secondary">
        {children}
      </SubmitButton>
    </Form>
  );
}
