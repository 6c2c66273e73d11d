import { formatDate } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { paymentInWords } from "./payment-words";
import { ReverseDialog } from "./ReverseDialog";

interface PaymentLinesProps {
  payments: (Parameters<typeof paymentInWords>[0] & {
    id: string;
    invoiceId: string | null;
    recordedBy: string | null;
    reversal: { at: number; reason: string; by: string } | null;
  })[];
}

/** What was recorded for a claim, each with a way to reverse it, and what was reversed, with who and why. */
export function PaymentLines({ payments }: PaymentLinesProps) {
  return (
    <ul className="grid gap-2">
      {payments.map((payment) => (
        <li key={payment.id} className="flex flex-wrap items-baseline gap-x-3">
          {payment.reversal ? (
            <span>
              <s>{paymentInWords(payment)}</s>
              <span className="block text-[0.9375rem] text-soft">
                Reversed by {payment.reversal.by} on {formatDate(payment.reversal.at, REGION_TIME_ZONE)}:{" "}
                {payment.reversal.reason}
              </span>
            </span>
          ) : (
            <>
              {paymentInWords(payment)}
              {payment.invoiceId === null && payment.recordedBy !== null ? (
                <ReverseDialog
                  what={paymentInWords(payment)}
                  name="paymentId"
                  paymentId={payment.id}
                  intent="reverse-payment"
                />
              ) : null}
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
