import { ConfirmDialog } from "~/ui/Dialog";
import { canDecide, type SubmittedState } from "./submitted-hours";

/** What HR can do with a submission, as it stood when the page was opened. */
export function SubmittedDecision({ state, seen }: { state: SubmittedState; seen: number }) {
  return (
    <>
      {canDecide("accept", state) ? (
        <ConfirmDialog
          trigger={state === "sent" ? "Accept" : "Accept after all"}
          variant="primary"
          title="Accept all of these rows?"
          intent="accept"
          values={{ seen }}
          confirmLabel="Accept"
          confirmVariant="primary"
        >
          <p>They stand on your page about the person, apart from the clock hours. The person is told.</p>
        </ConfirmDialog>
      ) : null}
      {canDecide("return", state) ? (
        <ConfirmDialog
          trigger="Return"
          title="Return this submission?"
          intent="return"
          values={{ seen }}
          confirmLabel="Return it"
        >
          <p>The person reads your reason, and can submit again.</p>
          <Reason />
        </ConfirmDialog>
      ) : null}
      {canDecide("take-back", state) ? (
        <ConfirmDialog
          trigger="Take it back"
          title="Accept it no longer?"
          intent="take-back"
          values={{ seen }}
          confirmLabel="Take it back"
        >
          <p>The rows leave your page about the person, who reads why. You can accept them again.</p>
          <Reason />
        </ConfirmDialog>
      ) : null}
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
