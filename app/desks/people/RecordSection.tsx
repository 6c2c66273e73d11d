import { ConfirmDialog } from "~/ui/Dialog";
import { Facts, Notice, Section } from "~/ui/frame/Page";
import type { ReactNode } from "react";
import { formatDateTime } from "~/platform/format";
import { AccountStatus } from "~/people/accounts/AccountStatus";
import { UndrawableNotice } from "~/documents/typesetting/UndrawableNotice";
import { legalNameOf } from "~/people/persons/name";
import type { PersonPage } from "./person-page.server";

type RecordSectionProps = Pick<PersonPage, "record" | "account" | "timeZone"> & { children?: ReactNode };

/** Who somebody is: what stands on the record itself, as far as this reader may see it. */
export function RecordSection({ record, account, timeZone, children }: RecordSectionProps) {
  const { contact, needs } = record;
  return (
    <Section id="record" title="Record">
      {contact?.fault && contact.email ? (
        <FaultNotice email={contact.email} fault={contact.fault} timeZone={timeZone} />
      ) : null}
      <UndrawableNotice characters={record.undrawable} whose="this person’s documents" />
      <Facts
        items={[
          { label: "Legal name", value: legalNameOf(record) },
          { label: "Goes by", value: record.preferredName },
          { label: "Former names", value: record.formerNames.join("; ") },
          { label: "Certificate number", value: record.certificateNumber },
          { label: "Email", value: contact ? (contact.email ?? "None") : null },
          { label: "Phone", value: contact?.phone },
          { label: "Access needs", value: needs?.access },
          { label: "Dietary needs", value: needs?.dietary },
          // Whoever may do something about it has a section for it.
          { label: "Account", value: contact ? null : <AccountStatus state={account.state} /> },
        ]}
      />
      {children}
    </Section>
  );
}

interface FaultNoticeProps {
  email: string;
  fault: { reason: string; reportedAt: number };
  timeZone: string;
}

/** Says that mail comes back; whoever knows better clears it. */
function FaultNotice({ email, fault, timeZone }: FaultNoticeProps) {
  return (
    <Notice
      tone="attention"
      title={`Mail to ${email} comes back`}
      action={
        <ConfirmDialog
          trigger="This address works"
          size="sm"
          title={`Send mail to ${email} again?`}
          confirmLabel="Send mail again"
          confirmVariant="primary"
          intent="clear-fault"
        >
          <p>Mail goes there from now on, until it comes back once more. What was held back is not sent again.</p>
        </ConfirmDialog>
      }
    >
      <p>
        {formatDateTime(fault.reportedAt, timeZone)}: {fault.reason}
      </p>
    </Notice>
  );
}
