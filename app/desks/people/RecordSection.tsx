import { Facts, Section } from "~/ui/frame/Page";
import { AccountStatus } from "~/people/accounts/AccountStatus";
import type { ReactNode } from "react";
import type { PersonPage } from "./person-page.server";

type RecordSectionProps = Pick<PersonPage, "record" | "account"> & { children?: ReactNode };

/** Who somebody is: what stands on the record itself, as far as this reader may see it. */
export function RecordSection({ record, account, children }: RecordSectionProps) {
  const { contact, needs } = record;
  return (
    <Section id="record" title="Record">
      <Facts
        items={[
          { label: "Legal name", value: `${record.legalFirst} ${record.legalLast}`.trim() },
          { label: "Goes by", value: record.preferredName },
          { label: "Former names", value: record.formerNames.join("; ") },
          { label: "Certificate number", value: record.certificateNumber },
          { label: "Email", value: contact ? (contact.email ?? "None") : null },
          { label: "Phone", value: contact?.phone },
          { label: "Access needs", value: needs?.access },
          { label: "Dietary needs", value: needs?.dietary },
          { label: "Account", value: <AccountStatus state={account.state} /> },
        ]}
      />
      {children}
    </Section>
  );
}
