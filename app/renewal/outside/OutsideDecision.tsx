import { ConfirmDialog } from "~/ui/Dialog";
import type { OutsideState } from "./outside-hours";

/** What a registrar can do with an entry, as it stood when the page was opened. */
export function OutsideDecision({ state, seen }: { state: OutsideState; seen: number }) {
  if (state === "accepted")
    return (
      <ConfirmDialog trigger="Take it back" title="Take your word back?" intent="take-back" confirmLabel="Take it back">
        <p>It stops counting as checked, and the person reads why.</p>
        <Reason />
      </ConfirmDialog>
    );
  if (state !== "sent") return null;
  return (
    <>
      <ConfirmDialog
        trigger="Accept"
        variant="primary"
        title="Vouch for this entry?"
        intent="accept"
        values={{ seen }}
        confirmLabel="Accept"
        confirmVariant="primary"
      >
        <p>
          From then on it says everywhere that you checked it, and the person cannot change it. You can take it back.
        </p>
      </ConfirmDialog>
      <ConfirmDialog
        trigger="Return it"
        title="Return this entry?"
        intent="return"
        values={{ seen }}
        confirmLabel="Return it"
      >
        <p>The person reads your reason, and can correct it and send it again.</p>
        <Reason />
      </ConfirmDialog>
    </>
  );
}

function Reason() {
  return (
    <label className="grid gap-1 font-semibold">
      Reason
      <input type="text" name="reason" required maxLength={500} className="input" />
    </label>
  );
}
