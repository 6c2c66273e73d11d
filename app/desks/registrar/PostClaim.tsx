import { PLAN_PART_LABELS, type PlanPart } from "~/catalog/approval/approved-plan";
import { formatHours } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Notice } from "~/ui/frame/Page";

interface PostClaimProps {
  claim: { id: string; requestedMinutes: number | null };
  name: string;
  workplace: { organisation: string; confirmed: boolean } | null;
  /** Parts of the offering's plan that no approval covers. */
  uncovered: PlanPart[];
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** The button that posts a claim, and what a registrar should know before pressing it. */
export function PostClaim({ claim, name, workplace, uncovered, lastResult }: PostClaimProps) {
  const [form] = useServerForm({ id: "post", lastResult });
  return (
    <FormFrame form={form}>
      {workplace?.confirmed ? null : (
        <Notice tone="attention" title="No HR will see these hours yet">
          <p>
            {workplace
              ? `${workplace.organisation} has not confirmed that ${name} worked there. The hours reach it as soon as it does.`
              : `No district is entered for the day of completion. Posted, the hours stand under Without a district.`}
          </p>
        </Notice>
      )}
      {uncovered.length > 0 ? (
        <Notice tone="attention" title="The committee approved it otherwise">
          <p>
            Changed after the approval, without a new decision:{" "}
            {uncovered.map((part) => PLAN_PART_LABELS[part].toLowerCase()).join(", ")}. Ask the coordinator before you
            post; the record of the offering shows both.
          </p>
        </Notice>
      ) : null}
      <Hidden name="claim" value={claim.id} />
      <div>
        <SubmitButton intent="post">Verify and post {formatHours(claim.requestedMinutes ?? 0)} hours</SubmitButton>
      </div>
    </FormFrame>
  );
}
