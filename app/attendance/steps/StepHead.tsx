import { STEP_KIND_LABELS } from "~/catalog/steps/step";
import { Lines } from "~/catalog/offerings/Arrival";
import { formatDateTime } from "~/platform/format";
import { Facts } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import type { MyStep } from "./my-steps.server";
import { STEP_STANDING_WORDS } from "./step-standing";

/** What a step is, how it stands and until when it is open. */
export function StepHead({ page }: { page: MyStep }) {
  const { step, standing, timeZone, doneAt, opensAt, dueAt, closesAt } = page;
  const { text, tone } = STEP_STANDING_WORDS[standing];
  return (
    <>
      <p role="status">
        <Status tone={tone}>{text}</Status>
      </p>
      <Facts
        items={[
          { label: "What", value: STEP_KIND_LABELS[step.kind] },
          {
            label: "Counts",
            value: doneAt === null ? `${step.minutes} minutes, once it is done` : `${step.minutes} minutes`,
          },
          { label: "Done", value: doneAt === null ? null : formatDateTime(doneAt, timeZone) },
          { label: "Opens", value: standing === "not-yet" ? formatDateTime(opensAt, timeZone) : null },
          { label: "Due by", value: doneAt === null ? formatDateTime(dueAt, timeZone) : null },
          {
            label: "Still counts until",
            value: doneAt === null && dueAt < closesAt ? formatDateTime(closesAt, timeZone) : null,
          },
        ]}
      />
      {step.instructions ? <Lines text={step.instructions} /> : null}
    </>
  );
}
