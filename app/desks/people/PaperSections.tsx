import type { ReactNode } from "react";
import { invoiceTitle } from "~/billing/invoices/invoice-kind";
import { MessageStatus } from "~/desks/admin/mail-cells";
import { DOCUMENT_KIND_LABELS } from "~/documents/issuing/document-kind";
import { DocumentStatus } from "~/documents/issuing/DocumentStatus";
import { formatDate, formatDateTime, formatMoney, formatPlainDate } from "~/platform/format";
import { HowMany } from "~/ui/lists/HowMany";
import { Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import type { PersonPage } from "./person-page.server";
import type { PersonScope } from "./person-scope";
import { PERSON_LISTS } from "./person-view";
import { Link } from "~/ui/Link";

interface PartProps {
  scope: PersonScope;
  timeZone: string;
  children?: ReactNode;
}

/** A name that leads somewhere, where this reader can go there. */
function Named({ to, children }: { to: string | null; children: ReactNode }) {
  if (!to) return <>{children}</>;
  return (
    <Link to={to} className="link pointer-coarse:inline-block pointer-coarse:py-2">
      {children}
    </Link>
  );
}

/** What was issued for the person. */
export function DocumentsSection({
  scope,
  timeZone,
  documents,
}: PartProps & { documents: NonNullable<PersonPage["documents"]> }) {
  const { rows, total } = documents;
  const mine = (issuer: string | null) => issuer !== null && scope.registrarOf.includes(issuer);
  return (
    <Section id="documents" title="Documents">
      <DataTable
        caption="Documents"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">Nothing was issued.</p>}
        columns={[
          {
            key: "document",
            header: "Document",
            primary: true,
            cell: (row) => (
              <>
                <Named to={mine(row.issuer) ? `/registrar/documents/${row.id}` : null}>
                  {DOCUMENT_KIND_LABELS[row.kind]}
                </Named>
                <span className="block text-[0.9375rem] font-normal text-soft">{row.holds}</span>
              </>
            ),
          },
          { key: "issued", header: "Issued", cell: (row) => formatDate(row.issuedAt, timeZone) },
          {
            key: "code",
            header: "Verification code",
            cell: (row) => (
              <Link to={`/verify/${row.code}`} className="link font-mono text-[0.9375rem] pointer-coarse:py-2">
                {row.code}
              </Link>
            ),
          },
          { key: "state", header: "State", cell: (row) => <DocumentStatus state={row.state} /> },
        ]}
      />
      <HowMany shown={rows.length} total={total} noun="documents" parameter={PERSON_LISTS.documents} />
    </Section>
  );
}

/** What the person, or a district for them, was billed. */
export function InvoicesSection({ scope, invoices }: PartProps & { invoices: NonNullable<PersonPage["invoices"]> }) {
  const { rows, total } = invoices;
  return (
    <Section id="invoices" title="Invoices">
      <DataTable
        caption="Invoices"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">No invoices.</p>}
        columns={[
          {
            key: "number",
            header: "Number",
            primary: true,
            cell: (row) => (
              <Named to={scope.registrarOf.includes(row.providerId) ? `/registrar/invoices/${row.id}` : null}>
                {invoiceTitle(row)}
              </Named>
            ),
          },
          { key: "billTo", header: "Bill to", cell: (row) => row.billTo },
          { key: "amount", header: "For this person", align: "end", cell: (row) => formatMoney(row.amountCents) },
          { key: "issued", header: "Issued", cell: (row) => formatPlainDate(row.issuedOn) },
        ]}
      />
      <HowMany shown={rows.length} total={total} noun="invoices" parameter={PERSON_LISTS.invoices} />
    </Section>
  );
}

/** Which mails were written to the person, and what became of them. */
export function MailsSection({
  scope,
  timeZone,
  personId,
  mails,
  email,
  children,
}: PartProps & { personId: string; mails: NonNullable<PersonPage["mails"]>; email: string | null }) {
  const { rows, total } = mails;
  return (
    <Section
      id="mails"
      title="Mails"
      description={scope.everything ? null : "Those about your offerings, and what you wrote yourselves."}
    >
      {children}
      <DataTable
        caption="Mails"
        rows={rows}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">Nothing was written to them.</p>}
        columns={[
          {
            key: "subject",
            header: "Subject",
            primary: true,
            cell: (row) => <Named to={`/people/${personId}/mails/${row.id}`}>{row.subject}</Named>,
          },
          { key: "written", header: "Written", cell: (row) => formatDateTime(row.createdAt, timeZone) },
          {
            key: "state",
            header: "State",
            cell: (row) => (
              <>
                <MessageStatus state={row.state} />
                {(row.suppressedBecause ?? row.lastError) ? (
                  <span className="block text-[0.9375rem] text-soft">{row.suppressedBecause ?? row.lastError}</span>
                ) : null}
              </>
            ),
          },
        ]}
      />
      <HowMany
        shown={rows.length}
        total={total}
        noun="mails"
        parameter={PERSON_LISTS.mails}
        all={
          scope.everything && email
            ? { to: `/admin/mail?to=${encodeURIComponent(email)}`, label: "See all mails to them" }
            : undefined
        }
      />
    </Section>
  );
}
