import { formatMoney } from "~/platform/format";
import { Steps } from "~/ui/Steps";
import type { ClaimStatus } from "./claim-status";

interface ClaimStepsProps {
  claim: { status: ClaimStatus; evaluated: boolean; settled: boolean };
  gates: { evaluation: boolean; payment: boolean };
  fee: { cents: number; waivedFor: string | null; awaits: string | null };
}

/** What a claim has passed, what is missing, and who does it (T3). */
export function ClaimSteps({ claim, gates, fee }: ClaimStepsProps) {
  const claimed = !["open", "returned", "void"].includes(claim.status);
  const posted = claim.status === "posted";
  const steps = [
    { label: "Attendance confirmed", done: true, note: undefined },
    { label: "Hours claimed", done: claimed, note: "by you" },
    ...(gates.evaluation ? [{ label: "Offering evaluated", done: claim.evaluated, note: "by you" }] : []),
    ...(gates.payment
      ? [
          {
            label: "Fee settled",
            done: claim.settled,
            note: fee.cents > 0 && !claim.settled ? feeNote(fee) : undefined,
          },
        ]
      : []),
    { label: "Posted", done: posted, note: posted ? undefined : "by the registrar" },
  ];
  const current = steps.findIndex((step) => !step.done);
  return (
    <Steps
      steps={steps.map(({ label, done, note }, index) => ({
        label,
        note: done ? undefined : note,
        state: done ? "done" : index === current ? "current" : "todo",
      }))}
    />
  );
}

function feeNote({ cents, awaits }: ClaimStepsProps["fee"]): string {
  const note = `${formatMoney(cents)}, by check, card or purchase order to the provider`;
  return awaits ? `${note}; or nothing, once ${awaits}’s HR confirms that you work there` : note;
}
