import { formatDate } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Notice, Section } from "~/ui/frame/Page";

interface PlanRequest {
  reviewerEmail: string;
  expiresAt: number;
  isOpen: boolean;
  words: string | null;
}

interface PlanReviewProps {
  /** What it still lacks. */
  missing: string[];
  request: PlanRequest | null;
  canWrite: boolean;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Sending a plan to its reviewer, and taking it back. */
export function PlanReview({ missing, request, canWrite, lastResult }: PlanReviewProps) {
  const isLapsed = !canWrite && request !== null && !request.isOpen;
  return (
    <Section
      title="Review"
      description="Another certificated educator reads your plan behind a link, and signs it or returns it to you. Once signed, it is locked."
    >
      {canWrite ? null : <Waiting request={request} />}
      {canWrite && missing.length > 0 ? (
        <Notice tone="info" title="Not ready to be reviewed">
          <p>Still missing: {missing.join(", ")}. Save what you write first.</p>
        </Notice>
      ) : null}
      {canWrite || isLapsed ? <SendPlan request={request} lastResult={lastResult} /> : null}
    </Section>
  );
}

function Waiting({ request }: { request: PlanRequest | null }) {
  if (!request) return null;
  const { reviewerEmail, expiresAt, isOpen } = request;
  const day = formatDate(expiresAt, REGION_TIME_ZONE);
  return (
    <Notice
      tone={isOpen ? "waiting" : "attention"}
      title={isOpen ? `It is with ${reviewerEmail} until ${day}` : `${reviewerEmail} did not answer by ${day}`}
      action={
        <ConfirmDialog
          trigger="Take it back"
          title="Take your plan back?"
          intent="withdraw-plan"
          confirmLabel="Take it back"
        >
          <p>The link does not work any more, and you can write in it again.</p>
        </ConfirmDialog>
      }
    >
      <p>{isOpen ? "While it is there, it stays as it is." : "Send it again, to them or to somebody else."}</p>
    </Notice>
  );
}

function SendPlan({ request, lastResult }: Pick<PlanReviewProps, "request" | "lastResult">) {
  const [form, fields] = useServerForm<{ reviewerEmail: string }>({
    id: "send",
    lastResult,
    defaultValue: { reviewerEmail: request?.reviewerEmail },
  });
  return (
    <FormFrame form={form}>
      <TextField
        field={fields.reviewerEmail}
        label="Email address of your reviewer"
        hint="With an account of this address they read and sign it."
        type="email"
        autoComplete="off"
        maxLength={254}
        className="max-w-md"
        required
      />
      <div>
        <SubmitButton intent="send-plan">Send it to be reviewed</SubmitButton>
      </div>
    </FormFrame>
  );
}
