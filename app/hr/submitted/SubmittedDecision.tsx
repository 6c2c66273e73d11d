import { ConfirmDialog } from "~/ui/Dialog";
import { canDecide, type SubmittedState } from "./submitted-hours";

interface SubmittedDecisionProps {
  state: SubmittedState;
  /** When what is shown was last changed, epoch milliseconds. */
  seen: number;
  /** Whether the district has confirmed a workplace of the person at some time. */
  isKnown: boolean;
}

/** What HR can do with a submission, as it stood when the page was opened. */
export function SubmittedDecision({ state, seen, isKnown }: SubmittedDecisionProps) {
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
          <p>
            Posted hours stand from then on among the person’s clock hours with you, marked as submitted: in lists,
            salary credits and exports. Hours from elsewhere stand in a column of their own. The person is told.
          </p>
          {isKnown ? null : <p>You have confirmed no workplace of theirs yet: nothing of it counts before you do.</p>}
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
          <p>
            The rows leave your lists, salary credits and exports to come; what an export gave out stays in it. The
            person reads why. You can accept them again.
          </p>
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
