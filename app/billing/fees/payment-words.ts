import { formatMoney, formatPlainDate } from "~/platform/format";
import { PAYMENT_KIND_LABELS, type PaymentKind } from "./payment-kind";

/** What the registrar recorded, on one line. Cents, and a plain date. */
export function paymentInWords(payment: {
  kind: PaymentKind;
  amountCents: number;
  reference: string;
  receivedOn: string;
}): string {
  const { kind, amountCents, reference, receivedOn } = payment;
  return `${PAYMENT_KIND_LABELS[kind]} ${formatMoney(amountCents)}, ${reference}, ${formatPlainDate(receivedOn)}`;
}
