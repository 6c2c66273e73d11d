import { SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { ConfirmDialog } from "~/ui/Dialog";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { MONEY_KINDS } from "./invoice-kind";
import { PAYMENT_KIND_LABELS } from "~/billing/fees/payment-kind";

type LastResult = Parameters<typeof useServerForm>[0]["lastResult"];

/** The registrar records the money for an invoice. */
export function InvoicePaymentForm(props: { dueCents: number; today: string; lastResult: LastResult }) {
  const { dueCents, today, lastResult } = props;
  const [form, fields] = useServerForm<Record<"kind" | "amountCents" | "reference" | "receivedOn", string>>({
    id: "payment",
    lastResult,
    defaultValue: { amountCents: (dueCents / 100).toFixed(2), receivedOn: today },
  });
  return (
    <FormFrame form={form} className="grid gap-5 sm:grid-cols-2">
      <SelectField
        field={fields.kind}
        label="Paid by"
        placeholder="Choose …"
        options={MONEY_KINDS.map((value) => ({ value, label: PAYMENT_KIND_LABELS[value] }))}
        required
      />
      <TextField
        field={fields.reference}
        label="Number"
        hint="Of the check, or the terminal’s receipt. Never a card’s."
        autoComplete="off"
        required
      />
      <TextField
        field={fields.receivedOn}
        label="Received on"
        hint="This day decides whether it is late."
        type="date"
        max={today}
        required
      />
      <TextField
        field={fields.amountCents}
        label="Amount in dollars"
        hint="All that is due on that day."
        inputMode="decimal"
        autoComplete="off"
        required
      />
      <div className="sm:col-span-2">
        <SubmitButton intent="payment" pendingLabel="Recording …">
          Record the payment
        </SubmitButton>
      </div>
    </FormFrame>
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
