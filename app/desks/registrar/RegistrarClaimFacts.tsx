import { PaymentLines } from "~/billing/fees/PaymentLines";
import { InvoiceLinks } from "~/billing/invoices/InvoiceLinks";
import { CLAIM_STATUS_TONES, CLAIM_STATUS_WORDS, isUnderWay } from "~/credits/claims/claim-status";
import { WorkplaceStatus } from "~/people/affiliations/WorkplaceStatus";
import { PersonLink } from "~/people/persons/PersonLink";
import { formatClockHours, formatDateTime, formatMoney, formatPlainDate } from "~/platform/format";
import { Facts } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import type { RegistrarClaim } from "./claim-page.server";

/** What stands about a claim: whose, how it stands, its hours, fee and what is missing. */
export function RegistrarClaimFacts({ page }: { page: RegistrarClaim }) {
  const { claim, name, missing, fee, payments } = page;
  return (
    <Facts
      items={[
        { label: "Educator", value: <PersonLink personId={claim.personId} name={name} /> },
        {
          label: "Status",
          value: <Status tone={CLAIM_STATUS_TONES[claim.status]}>{CLAIM_STATUS_WORDS[claim.status]}</Status>,
        },
        { label: "In-service number", value: page.inServiceNumber },
        { label: "Certificate number", value: page.certificateNumber },
        {
          label: `District on ${formatPlainDate(page.completedOn)}`,
          value: <WorkplaceStatus workplace={page.workplace} />,
        },
        { label: "Approved", value: formatClockHours(page.approvedMinutes) },
        { label: "Earned by attendance", value: formatClockHours(claim.earnedMinutes) },
        { label: "Claimed", value: claim.requestedMinutes && formatClockHours(claim.requestedMinutes) },
        { label: "Claimed at", value: claim.claimedAt && formatDateTime(claim.claimedAt, page.timeZone) },
        {
          label: "Affidavit",
          value: claim.affidavitVersion && `Version ${claim.affidavitVersion}, agreed from ${claim.networkAddress}`,
        },
        { label: "Fee", value: fee.waivedFor ? `Waived for ${fee.waivedFor}` : formatMoney(fee.cents) },
        {
          label: "Settled",
          value: payments.length > 0 ? <PaymentLines payments={payments} /> : null,
        },
        {
          label: "Invoices",
          value:
            page.invoices.length > 0 ? <InvoiceLinks invoices={page.invoices} under="/registrar/invoices" /> : null,
        },
        { label: "Still missing", value: isUnderWay(claim.status) ? missing.join(" and ") || "nothing" : null },
      ]}
    />
  );
}
