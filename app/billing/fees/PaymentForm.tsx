import { SubmitButton } from "~/ui/Button";
import { PAYMENT_KINDS } from "./payment-kind";
import { type PaymentDue, PaymentFields } from "./PaymentFields";

/** The registrar records what settles a claim's fee. */
export function PaymentForm(due: PaymentDue) {
  return (
    <PaymentFields
      {...due}
      kinds={{ label: "Settled by", values: PAYMENT_KINDS }}
      reference={{
        label: "Number or reason",
        hint: "Of the check, terminal receipt or purchase order; why, for a waiver.",
      }}
    >
      <SubmitButton intent="payment" variant="secondary">
        Record payment
      </SubmitButton>
    </PaymentFields>
  );
}
