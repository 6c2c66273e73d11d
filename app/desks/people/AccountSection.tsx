import type { ReactNode } from "react";
import { AccountStatus } from "~/people/accounts/AccountStatus";
import { InviteSection } from "~/people/accounts/InviteSection";
import { formatDateTime } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import type { useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Facts, Section } from "~/ui/frame/Page";
import { Form } from "@remix-run/react";
import { Correction } from "./CorrectionForms";
import type { PersonPage } from "./person-page.server";

type LastResult = Parameters<typeof useServerForm>[0]["lastResult"];

interface AccountSectionProps extends Pick<PersonPage, "name" | "record" | "account" | "rights" | "timeZone"> {
  /** What the action answered to the form with this intent. */
  resultOf: (intent: string) => LastResult;
}

/** Whether the person can sign in, and what this reader may do about it. */
export function AccountSection({ name, record, account, rights, timeZone, resultOf }: AccountSectionProps) {
  const email = record.contact?.email ?? null;
  const { state } = account;
  if (state === "none") return <InviteSection email={email} lastResult={resultOf("invite")} />;
  const details = account.details;
  return (
    <>
      <Section id="account" title="Account">
        <Facts
          items={[
            { label: "State", value: <AccountStatus state={state} /> },
            {
              label: "Locked",
              value: details?.lockedAt && shutInWords(details.lockedAt, details.lockedReason, timeZone),
            },
            {
              label: "Closed",
              value: details?.closedAt && shutInWords(details.closedAt, details.closedReason, timeZone),
            },
            {
              label: "Last signed in",
              value: details && (details.signedInAt === null ? "Never" : formatDateTime(details.signedInAt, timeZone)),
            },
          ]}
        />
        <div className="no-print flex flex-wrap gap-3">
          {state === "ready" ? <ResetDialog email={email} /> : null}
          {rights.administer ? <LockDialogs name={name} account={account} /> : null}
        </div>
        {rights.administer && (state === "ready" || state === "unproved") ? (
          <ProposalForm lastResult={resultOf("propose-address")} />
        ) : null}
      </Section>
      {state === "unproved" ? <InviteSection email={email} lastResult={resultOf("invite")} /> : null}
    </>
  );
}

const shutInWords = (at: number, reason: string | null, timeZone: string) =>
  `${formatDateTime(at, timeZone)}${reason ? `: ${reason}` : ""}`;

function ResetDialog({ email }: { email: string | null }) {
  return (
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
  );
}

/** Letting nobody in, for a time or for good, and letting them in again. */
function LockDialogs({ name, account }: Pick<PersonPage, "name" | "account">) {
  const { details } = account;
  if (!details) return null;
  return (
    <>
      {details.closedAt === null ? null : <Open intent="reopen">Open the account again</Open>}
      {details.lockedAt === null ? null : <Open intent="unlock">Unlock the account</Open>}
      {details.lockedAt === null && details.closedAt === null ? (
        <Shut intent="lock" verb="Lock the account" title={`Lock the account of ${name}?`}>
          <p>
            Every browser is signed out at once, open links end, and nobody can sign in until you unlock it. Seats,
            hours and mail stay as they are.
          </p>
        </Shut>
      ) : null}
      {details.closedAt === null ? (
        <Shut intent="close" verb="Close the account" title={`Close the account of ${name}?`}>
          <p>
            Signing in ends for good; every browser is signed out at once. The record, hours and documents stay. An
            administrator can open it again.
          </p>
        </Shut>
      ) : null}
    </>
  );
}

function Open({ intent, children }: { intent: string; children: ReactNode }) {
  return (
    <Form method="post">
      <SubmitButton intent={intent} variant="secondary" size="sm">
        {children}
      </SubmitButton>
    </Form>
  );
}

function Shut({ intent, verb, title, children }: { intent: string; verb: string; title: string; children: ReactNode }) {
  return (
    <ConfirmDialog trigger={verb} size="sm" title={title} confirmLabel={verb} intent={intent}>
      {children}
      <label className="grid gap-1 font-semibold">
        Why
        <input type="text" name="reason" required maxLength={300} autoComplete="off" className="input" />
      </label>
    </ConfirmDialog>
  );
}

function ProposalForm({ lastResult }: { lastResult: LastResult }) {
  return (
    <Correction<{ email: string }>
      intent="propose-address"
      title="Propose another email address"
      submitLabel="Propose it to both addresses"
      lastResult={lastResult}
    >
      {(fields) => (
        <TextField
          field={fields.email}
          label="New email address"
          hint="A link goes there, and the address that stands is told. Nothing changes until the link is used, within 48 hours."
          type="email"
          autoComplete="off"
          required
        />
      )}
    </Correction>
  );
}
