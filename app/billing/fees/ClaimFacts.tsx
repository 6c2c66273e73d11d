import { CLAIM_STATUS_TONES, CLAIM_STATUS_WORDS, type ClaimStatus } from "~/credits/claims/claim-status";
import { formatClockHours, formatDateTime, formatMoney } from "~/platform/format";
import { Facts } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { InvoiceLinks } from "~/billing/invoices/InvoiceLinks";
import { PAYMENT_KIND_LABELS, type PaymentKind } from "./payment-kind";

interface ClaimFactsProps {
  claim: {
    status: ClaimStatus;
    earnedMinutes: number;
    requestedMinutes: number | null;
    claimedAt: number | null;
  };
  payment: { kind: PaymentKind; amountCents: number; reference: string | null } | null;
  fee: { cents: number; waivedFor: string | null; awaits: string | null };
  invoices: Parameters<typeof InvoiceLinks>[0]["invoices"];
  inServiceNumber: string | null;
  /** The last minute in which it can be claimed, in words; null where there is no deadline. */
  claimBy: string | null;
  timeZone: string;
}

/** Where a person's own claim stands: its hours, its fee and what was paid. */
export function ClaimFacts({ claim, payment, fee, invoices, inServiceNumber, claimBy, timeZone }: ClaimFactsProps) {
  return (
    <Facts
      items={[
        {
          label: "Status",
          value: <Status tone={CLAIM_STATUS_TONES[claim.status]}>{CLAIM_STATUS_WORDS[claim.status]}</Status>,
        },
        { label: "In-service number", value: inServiceNumber },
        { label: "Earned", value: formatClockHours(claim.earnedMinutes) },
        { label: "Claim by", value: claim.status === "open" ? claimBy : null },
        { label: "Claimed", value: claim.requestedMinutes && formatClockHours(claim.requestedMinutes) },
        { label: "Claimed on", value: claim.claimedAt && formatDateTime(claim.claimedAt, timeZone) },
        {
          label: "Fee",
          value: payment
            ? `${PAYMENT_KIND_LABELS[payment.kind]}: ${formatMoney(payment.amountCents)} (${payment.reference})`
            : fee.waivedFor
              ? `None: waived for ${fee.waivedFor}`
              : fee.awaits
                ? `${formatMoney(fee.cents)}; none once ${fee.awaits}’s HR confirms that you work there`
                : formatMoney(fee.cents),
        },
        {
          label: "Invoices",
          value: invoices.length > 0 ? <InvoiceLinks invoices={invoices} under="/invoices" /> : null,
        },
      ]}
    />
  );
}
