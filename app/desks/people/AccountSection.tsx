import { AccountStatus } from "~/people/accounts/AccountStatus";
import { InviteSection } from "~/people/accounts/InviteSection";
import { ConfirmDialog } from "~/ui/Dialog";
import type { useServerForm } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import type { PersonPage } from "./person-page.server";

type LastResult = Parameters<typeof useServerForm>[0]["lastResult"];

interface AccountSectionProps extends Pick<PersonPage, "record" | "account" | "rights"> {
  /** What the action answered to the form with this intent. */
  resultOf: (intent: string) => LastResult;
}

/** Whether the person can sign in, and what this reader may do about it. */
export function AccountSection({ record, account, resultOf }: AccountSectionProps) {
  const email = record.contact?.email ?? null;
  if (account.state === "none" || account.state === "unproved")
    return <InviteSection email={email} lastResult={resultOf("invite")} />;
  return (
    <Section id="account" title="Account">
      <div className="flex flex-wrap items-center gap-4">
        <AccountStatus state={account.state} />
        <ConfirmDialog
          trigger="Send a link to set a new password"
          size="sm"
          title="Send a link to set a new password?"
          confirmLabel="Send the link"
          confirmVariant="primary"
          intent="send-reset"
        >
          <p>It goes to {email} and works for an hour. The password stays as it is until the link is used.</p>
        </ConfirmDialog>
      </div>
    </Section>
  );
}
