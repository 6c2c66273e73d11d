import { Form } from "@remix-run/react";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Section } from "~/ui/frame/Page";
import type { ShownOutside } from "./outside-shown";

interface OutsideCheckProps {
  shown: ShownOutside;
  canChange: boolean;
  canRemove: boolean;
  fileName: string | null;
  /** Whose registrars check it. */
  checker: string;
  /** Since when it waits, in words; null while it does not. */
  sentAt: string | null;
}

/** Sending an entry to the registrar, calling it back, and taking it out. */
export function OutsideCheck({ shown, canChange, canRemove, fileName, checker, sentAt }: OutsideCheckProps) {
  return (
    <Section title="Check" description={explain(shown, canChange, checker, sentAt)}>
      <div className="flex flex-wrap gap-3">
        {canChange ? (
          <Form method="post">
            {sentAt ? (
              <SubmitButton intent="call-back" variant="secondary">
                Call it back
              </SubmitButton>
            ) : (
              <SubmitButton intent="send">Send to the registrar</SubmitButton>
            )}
          </Form>
        ) : null}
        {canChange && fileName ? (
          <ConfirmDialog
            trigger="Remove the evidence"
            title="Remove the evidence?"
            intent="remove-file"
            confirmLabel="Remove"
          >
            <p>{fileName} is taken off this entry. The rest stays.</p>
          </ConfirmDialog>
        ) : null}
        {canRemove ? (
          <ConfirmDialog
            trigger="Remove this entry"
            title={`Remove “${shown.title}”?`}
            intent="remove-hours"
            confirmLabel="Remove"
          >
            <p>It does not count for your renewal any more.</p>
          </ConfirmDialog>
        ) : null}
      </div>
    </Section>
  );
}

function explain({ state }: ShownOutside, canChange: boolean, checker: string, sentAt: string | null): string {
  if (sentAt) return `It waits for the registrar of ${checker} since ${sentAt}. Until then it counts by your own word.`;
  if (state === "accepted")
    return "It stays as the registrar looked at it. If it is wrong, ask them to take it back; you are told by mail.";
  if (state === "signed" && !canChange)
    return "It was read from a document whose signature is right, so nobody else has to check it.";
  const meanwhile =
    state === "self-reported" || state === "signed" ? "It counts by your own word." : "It does not count now.";
  return `${meanwhile} If somebody should vouch for it, the registrar of ${checker} can check it.`;
}
