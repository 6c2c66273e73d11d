import { Form } from "@remix-run/react";
import { STEP_KIND_LABELS, STEP_KINDS } from "~/catalog/steps/step";
import { formatDateTime, formatDays, plural } from "~/platform/format";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { EmptyState, Notice, Section } from "~/ui/frame/Page";
import type { StepsPlan } from "./plan-page.server";
import { Link } from "~/ui/Link";

type PlannedSession = StepsPlan["sessions"][number];

interface PlannedStepsProps {
  session: PlannedSession;
  plan: Pick<StepsPlan, "offeringId" | "approved">;
  /** What the action answered about the minutes of this session; null when it was about another. */
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** The steps of one session in their order, their minutes, and the ways to add more. */
export function PlannedSteps({ session, plan, lastResult }: PlannedStepsProps) {
  const { id, steps, startsAt, endsAt, timeZone, topic, own, balance, over } = session;
  const days = formatDays(startsAt, endsAt, timeZone);
  return (
    <Section title={topic ?? days} description={`${topic ? `${days}. ` : ""}${own} minutes of work.`}>
      {balance.addsUp || over ? null : (
        <Notice
          tone="attention"
          title={
            balance.left > 0
              ? `${plural(balance.left, "minute")} of ${own} have no step yet`
              : `The steps hold ${-balance.left} minutes too many`
          }
        >
          The minutes of the steps have to make {own} before a committee can approve the offering.
        </Notice>
      )}
      {steps.length === 0 ? (
        <EmptyState title="No steps yet">
          Add what people read, write or answer. Each counts its minutes once done.
        </EmptyState>
      ) : (
        <ol className="grid overflow-hidden rounded-[0.625rem] border border-line bg-surface">
          {steps.map((step, index) => (
            <StepRow key={step.id} step={step} index={index} session={session} plan={plan} />
          ))}
        </ol>
      )}
      {over ? null : (
        <>
          <div className="flex flex-wrap gap-2">
            {STEP_KINDS.map((kind) => (
              <LinkButton
                key={kind}
                to={`/facilitator/offerings/${plan.offeringId}/steps/new?session=${id}&kind=${kind}`}
                variant="secondary"
                size="sm"
              >
                Add: {STEP_KIND_LABELS[kind].toLowerCase()}
              </LinkButton>
            ))}
          </div>
          {steps.length > 1 ? <MinutesForm session={session} approved={plan.approved} lastResult={lastResult} /> : null}
        </>
      )}
    </Section>
  );
}

interface StepRowProps {
  step: PlannedSession["steps"][number];
  index: number;
  session: PlannedSession;
  plan: PlannedStepsProps["plan"];
}

function StepRow({ step, index, session, plan }: StepRowProps) {
  const { id, title, kind, minutes, opensAt, dueAt, done, waiting } = step;
  const { timeZone, over } = session;
  const dates = [
    opensAt === null ? null : `opens ${formatDateTime(opensAt, timeZone)}`,
    dueAt === null ? null : `due ${formatDateTime(dueAt, timeZone)}`,
  ];
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 border-b border-line p-4 last:border-b-0">
      <div className="min-w-0">
        <Link to={`/facilitator/steps/${id}`} className="link inline-block py-1 font-semibold pointer-coarse:py-2.5">
          {index + 1}. {title}
        </Link>
        <p className="text-soft">
          {[STEP_KIND_LABELS[kind], `${minutes} minutes`, ...dates].filter(Boolean).join(" · ")}
        </p>
        <p>
          <Link
            to={`/facilitator/offerings/${plan.offeringId}/steps/people?step=${id}`}
            className="link inline-block py-1 pointer-coarse:py-2.5"
          >
            Done by {plural(done, "person", "people")}
            {waiting > 0 ? `, ${waiting} to read` : ""}
            <span className="sr-only">: {title}</span>
          </Link>
        </p>
      </div>
      {index === 0 || over ? null : (
        <Form method="post">
          <Hidden name="stepId" value={id} />
          <SubmitButton intent="move-up" variant="quiet" size="sm">
            Move up<span className="sr-only"> {title}</span>
          </SubmitButton>
        </Form>
      )}
    </li>
  );
}

interface MinutesFormProps extends Pick<PlannedStepsProps, "session" | "lastResult"> {
  approved: boolean;
}

/** The minutes of all steps at once: in an approved offering they have to add up. */
function MinutesForm({ session, approved, lastResult }: MinutesFormProps) {
  const [form, fields] = useServerForm<{ reason: string }>({ id: `minutes-${session.id}`, lastResult });
  const posted = lastResult?.initialValue?.steps as { minutes?: string }[] | undefined;
  return (
    <details open={Boolean(lastResult?.error) || undefined}>
      <summary className="link inline-block cursor-pointer py-2">Share out the minutes</summary>
      <FormFrame form={form} className="mt-3 grid max-w-xl gap-4">
        <Hidden name="sessionId" value={session.id} />
        {session.steps.map((step, index) => (
          <label key={step.id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <input type="hidden" name={`steps[${index}].id`} value={step.id} />
            <span className="min-w-0">{step.title}</span>
            <input
              type="number"
              name={`steps[${index}].minutes`}
              min={0}
              defaultValue={posted?.[index]?.minutes ?? step.minutes}
              className="input max-w-28"
              required
            />
          </label>
        ))}
        {approved ? (
          <TextField
            field={fields.reason}
            label="Why it is changed"
            hint="It stands on the record."
            maxLength={500}
            required
          />
        ) : null}
        <div>
          <SubmitButton intent="minutes" variant="secondary">
            Save the minutes
          </SubmitButton>
        </div>
      </FormFrame>
    </details>
  );
}
