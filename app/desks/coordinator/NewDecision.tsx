import { PLAN_PART_LABELS } from "~/catalog/approval/approved-plan";
import { formatHours } from "~/platform/format";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Notice } from "~/ui/frame/Page";
import { DecisionFields, type DecisionField } from "./DecisionFields";
import type { OfferingOverview } from "./offering-page.server";

interface NewDecisionProps {
  approvedMinutes: number | null;
  overview: OfferingOverview;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Asks for a new decision of the committee where the approval no longer covers an offering, and takes one at any time before its end. */
export function NewDecision({ approvedMinutes, overview, lastResult }: NewDecisionProps) {
  const { uncovered, isOver } = overview;
  const parts = uncovered.map((part) => PLAN_PART_LABELS[part].toLowerCase()).join(", ");
  if (isOver)
    return uncovered.length === 0 ? null : (
      <Notice tone="attention" title="The approval does not cover how it was held">
        <p>The record shows what was changed: {parts}. It is over, and approval is never given afterward.</p>
      </Notice>
    );
  const form = <DecisionForm approvedMinutes={approvedMinutes} overview={overview} lastResult={lastResult} />;
  if (uncovered.length > 0)
    return (
      <div className="grid gap-5">
        <Notice tone="attention" title="Changed after the approval: it needs a new decision">
          <p>
            The committee approved other {parts}. Bring the offering before it again, and record what it decides before
            the last session ends. Until then the record shows both.
          </p>
        </Notice>
        {form}
      </div>
    );
  return (
    <details>
      <summary className="cursor-pointer py-2.5 font-semibold">Record another decision of the committee</summary>
      <div className="mt-2">{form}</div>
    </details>
  );
}

function DecisionForm({ approvedMinutes, overview: { today }, lastResult }: NewDecisionProps) {
  const [form, fields] = useServerForm<Record<DecisionField, string>>({
    id: "decision",
    lastResult,
    defaultValue: {
      committeeMetOn: today,
      approvedHours: approvedMinutes === null ? "" : formatHours(approvedMinutes),
    },
  });
  return (
    <FormFrame form={form} className="grid gap-5">
      <DecisionFields fields={fields} today={today} approveIntent="approve-anew" />
    </FormFrame>
  );
}
