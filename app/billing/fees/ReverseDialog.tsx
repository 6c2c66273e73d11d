import { ConfirmDialog } from "~/ui/Dialog";

interface ReverseDialogProps {
  /** The payment in words: "Check $21.00, 1042, Mar 20". */
  what: string;
  /** The field that names the payment, and its id. */
  name: string;
  paymentId: string;
  intent: string;
}

/** Reverses a payment that was recorded in error. */
export function ReverseDialog({ what, name, paymentId, intent }: ReverseDialogProps) {
  return (
    <ConfirmDialog
      trigger="Reverse the payment"
      variant="quiet"
      size="sm"
      title={`Reverse “${what}”?`}
      confirmLabel="Reverse it"
      intent={intent}
      values={{ [name]: paymentId }}
    >
      <p className="mb-3">It stays on record as reversed. The fee is due again; what is posted stays posted.</p>
      <label className="grid gap-1 font-semibold">
        Why
        <input name="reason" required minLength={5} maxLength={300} className="input" />
      </label>
    </ConfirmDialog>
  );
}
