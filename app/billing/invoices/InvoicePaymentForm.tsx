import { type PaymentDue, PaymentFields } from "~/billing/fees/PaymentFields";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { MONEY_KINDS } from "./invoice-kind";

/** The registrar records the money for an invoice. */
export function InvoicePaymentForm(due: PaymentDue) {
  return (
    <PaymentFields
      {...due}
      kinds={{ label: "Paid by", values: MONEY_KINDS }}
      reference={{ label: "Number", hint: "Of the check, or the terminal’s receipt. Never a card’s." }}
      receivedOn={{ hint: "This day decides whether it is late.", max: due.today }}
      amountHint="All that is due on that day."
    >
      <SubmitButton intent="payment" pendingLabel="Recording …">
        Record the payment
      </SubmitButton>
    </PaymentFields>
  );
}

/** The registrar takes an open invoice back. */
export function CreditDialog({ number }: { number: string }) {
  return (
    <ConfirmDialog
      trigger="Take this invoice back"
      title={`Take back invoice ${number}?`}
      confirmLabel="Issue the credit note"
      intent="credit"
    >
      <p>A credit note over all that is left of it is issued. Its claims can be billed anew. This cannot be undone.</p>
      <label className="grid gap-1 font-semibold">
        Reason, printed on the credit note
        <input type="text" name="reason" required minLength={5} maxLength={300} className="input" />
      </label>
    </ConfirmDialog>
  );
}
