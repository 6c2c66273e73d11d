import { ConfirmDialog } from "~/ui/Dialog";

interface RemoveStepProps {
  step: { id: string; title: string };
  offeringId: string;
  asksReason: boolean;
}

/** Takes a step out of the plan, after a question. */
export function RemoveStep({ step, offeringId, asksReason }: RemoveStepProps) {
  return (
    <div>
      <ConfirmDialog
        trigger="Take this step out"
        variant="quiet"
        title={`Take ${step.title} out?`}
        action={`/facilitator/offerings/${offeringId}/steps`}
        values={{ stepId: step.id }}
        confirmLabel="Take it out"
        intent="remove"
      >
        <p>Nobody has worked on it. What it asks is gone with it.</p>
        {asksReason ? (
          <label className="mt-3 grid gap-1 font-semibold">
            Why it is changed
            <input name="reason" maxLength={500} required className="input font-normal" />
          </label>
        ) : null}
      </ConfirmDialog>
    </div>
  );
}
