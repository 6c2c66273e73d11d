import { formatDateTime } from "~/platform/format";
import { type ApprovedPlan, linesOf, PLAN_PART_LABELS, PLAN_PARTS, type PlanDifference } from "./approved-plan";

/** A plan as a committee reads it, part by part. */
export function PlanParts({ plan }: { plan: ApprovedPlan }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
      {PLAN_PARTS.map((part) => {
        const lines = linesOf(plan, part);
        return lines.length === 0 ? null : (
          <div key={part} className="contents">
            <dt className="text-soft max-sm:mt-2">{PLAN_PART_LABELS[part]}</dt>
            <dd>
              <Lines lines={lines} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 1) return lines[0];
  return (
    <ul className="grid list-disc gap-0.5 ps-5">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

interface PlanChangesProps {
  changes: { id: string; changedAt: number; changedByName: string; reason: string; changes: PlanDifference[] }[];
  timeZone: string;
}

/** What was changed after the approval: when, by whom, why, and each line that went or came. */
export function PlanChanges({ changes, timeZone }: PlanChangesProps) {
  return (
    <ol className="grid gap-5">
      {changes.map(({ id, changedAt, changedByName, reason, changes: parts }) => (
        <li key={id} className="grid gap-2">
          <p>
            {formatDateTime(changedAt, timeZone)}, {changedByName}: “{reason}”
          </p>
          <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-[12rem_minmax(0,1fr)]">
            {parts.map(({ part, gone, come }) => (
              <div key={part} className="contents">
                <dt className="text-soft">{PLAN_PART_LABELS[part]}</dt>
                <dd>
                  {gone.map((line) => (
                    <p key={line}>
                      <span className="text-soft">Was: </span>
                      <del>{line}</del>
                    </p>
                  ))}
                  {come.map((line) => (
                    <p key={line}>
                      <span className="text-soft">Now: </span>
                      {line}
                    </p>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}
