import type { ReactNode } from "react";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { PAYMENT_KIND_LABELS, type PaymentKind } from "./payment-kind";

/** What the registrar is to record. */
export interface PaymentDue {
  dueCents: number;
  today: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

interface PaymentFieldsProps extends PaymentDue {
  kinds: { label: string; values: readonly PaymentKind[] };
  reference: { label: string; hint: string };
  receivedOn?: { hint: string; max: string };
  /** Said where the amount depends on the day, which then stands before it. */
  amountHint?: string;
  /** The button. */
  children: ReactNode;
}

/** The form for money that came in: how, how much, its number and the day. */
export function PaymentFields(props: PaymentFieldsProps) {
  const { dueCents, today, lastResult, kinds, reference, receivedOn, amountHint, children } = props;
  const [form, fields] = useServerForm<Record<"kind" | "amountCents" | "reference" | "receivedOn", string>>({
    id: "payment",
    lastResult,
    defaultValue: { amountCents: (dueCents / 100).toFixed(2), receivedOn: today },
  });
  const amount = (
    <TextField
      field={fields.amountCents}
      label="Amount in dollars"
      hint={amountHint}
      inputMode="decimal"
      autoComplete="off"
      required
    />
  );
  return (
    <FormFrame form={form} className="grid gap-5 sm:grid-cols-2">
      <SelectField
        field={fields.kind}
        label={kinds.label}
        placeholder="Choose …"
        options={kinds.values.map((value) => ({ value, label: PAYMENT_KIND_LABELS[value] }))}
        required
      />
      {amountHint ? null : amount}
      <TextField field={fields.reference} {...reference} autoComplete="off" required />
      <TextField field={fields.receivedOn} label="Received on" {...receivedOn} type="date" required />
      {amountHint ? amount : null}
      <div className="sm:col-span-2">{children}</div>
    </FormFrame>
  );
}
