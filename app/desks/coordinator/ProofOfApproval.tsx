import { type ApprovedPlan, PLAN_PART_LABELS, type PlanPart } from "~/catalog/approval/approved-plan";
import { PlanChanges, PlanParts } from "~/catalog/approval/PlanParts";
import { formatClockHours, formatDateTime, formatPlainDate } from "~/platform/format";
import { Section } from "~/ui/frame/Page";

interface ProofOfApprovalProps {
  decisions: {
    id: string;
    decision: "approved" | "declined";
    committeeMetOn: string;
    approvedMinutes: number | null;
    decidedAt: number;
    recordedBy: string;
    note: string | null;
    plan: ApprovedPlan | null;
  }[];
  changes: Parameters<typeof PlanChanges>[0]["changes"];
  uncovered: PlanPart[];
  timeZone: string;
}

/** What the committee decided, on what it read then, and what was changed afterwards (D1). */
export function ProofOfApproval({ decisions, changes, uncovered, timeZone }: ProofOfApprovalProps) {
  return (
    <Section title="Proof of prior approval">
      {decisions.length === 0 ? <p className="text-soft">No committee has decided on it yet.</p> : null}
      <ol className="grid gap-6">
        {decisions.map((decision) => (
          <li key={decision.id} className="grid gap-3">
            <p className="font-semibold">
              {decision.decision === "approved" ? "Approved" : "Declined"} by the committee of{" "}
              {formatPlainDate(decision.committeeMetOn)}
              {decision.approvedMinutes ? ` for ${formatClockHours(decision.approvedMinutes)}` : ""}
            </p>
            <p>
              Recorded by {decision.recordedBy} on {formatDateTime(decision.decidedAt, timeZone)}.
              {decision.note ? ` ${decision.note}` : ""}
            </p>
            {decision.plan ? (
              <PlanParts plan={decision.plan} />
            ) : (
              <p className="text-soft">What the committee read was not kept with this decision.</p>
            )}
          </li>
        ))}
      </ol>
      {changes.length > 0 ? (
        <div className="mt-4 grid gap-3">
          <h3 className="text-lg font-semibold">Changed after the approval</h3>
          <PlanChanges changes={changes} timeZone={timeZone} />
          {uncovered.length > 0 ? (
            <p>
              The newest approval does not cover these as they stand:{" "}
              {uncovered.map((part) => PLAN_PART_LABELS[part].toLowerCase()).join(", ")}.
            </p>
          ) : (
            <p>The newest approval covers the offering as it stands.</p>
          )}
        </div>
      ) : null}
    </Section>
  );
}
