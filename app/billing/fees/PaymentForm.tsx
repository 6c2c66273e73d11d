import { SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { PAYMENT_KIND_LABELS, PAYMENT_KINDS } from "./payment-kind";

interface PaymentFormProps {
  dueCents: number;
  today: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** The registrar records what settles a claim's fee. */
export function PaymentForm({ dueCents, today, lastResult }: PaymentFormProps) {
  const [form, fields] = useServerForm<Record<"kind" | "amountCents" | "reference" | "receivedOn", string>>({
    id: "payment",
    lastResult,
    defaultValue: { amountCents: (dueCents / 100).toFixed(2), receivedOn: today },
  });
  return (
    <FormFrame form={form} className="grid gap-5 sm:grid-cols-2">
      <SelectField
        field={fields.kind}
        label="Settled by"
        placeholder="Choose …"
        options={PAYMENT_KINDS.map((value) => ({ value, label: PAYMENT_KIND_LABELS[value] }))}
        required
      />
      <TextField field={fields.amountCents} label="Amount in dollars" inputMode="decimal" autoComplete="off" required />
      <TextField
        field={fields.reference}
        label="Number or reason"
        hint="Of the check, terminal receipt or purchase order; why, for a waiver."
        autoComplete="off"
        required
      />
      <TextField field={fields.receivedOn} label="Received on" type="date" required />
      <div className="sm:col-span-2">
        <SubmitButton intent="payment" variant="secondary">
          Record payment
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
