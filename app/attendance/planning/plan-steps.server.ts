import { findMyOwnTime } from "~/attendance/attendance-right.server";
import { keepPlanChange, readPlan } from "~/catalog/approval/approved-plan.server";
import type { Session } from "~/catalog/offerings/offering-parts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { balanceMinutes, findStepProblem, STEP_LIMITS, type StepContent, type StepKind } from "~/catalog/steps/step";
import type { StepContentValue } from "~/catalog/steps/step-form";
import { toStepContent } from "~/catalog/steps/step-input";
import { deleteStep, insertStep, listStepsOf, toStepDraft, writeStep } from "~/catalog/steps/step.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, orTakenBack, type Transaction } from "~/platform/database/database.server";
import { formatDateTime } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { isCurrent } from "~/platform/http/stale-form.server";
import { findMyStep, hasWork } from "~/attendance/steps/step-access.server";
import type { StepRefusal } from "~/attendance/steps/step-refusal";

type Planned = Outcome<{ id: string; title: string }, StepRefusal>;

interface Planning {
  session: Session;
  offering: Offering;
}

/**
 * What every change of the plan has in common: the session is not over, the offering stands, and what an approved plan had
 * before is kept with the reason (D1). A refusal takes back what was written.
 */
function plan(
  ctx: ActorContext,
  find: (tx: Transaction) => Planning | null,
  reason: string | null,
  change: (tx: Transaction, found: Planning) => Planned,
): Planned {
  return inTransaction(ctx.db, (tx) =>
    orTakenBack(tx, () => {
      const found = find(tx);
      if (!found) return refuse("unknown-step");
      const { session, offering } = found;
      if (offering.state === "cancelled") return refuse("cancelled");
      if (ctx.now > session.endsAt) return refuse("session-over");
      const before = readPlan(tx, offering);
      const changed = change(tx, found);
      if (!changed.ok) return changed;
      const kept = keepPlanChange(tx, ctx, offering.id, before, reason ?? undefined);
      return kept.ok ? changed : kept;
    }),
  );
}

interface NewStep extends StepContentValue {
  sessionId: string;
  kind: StepKind;
  minutes: number;
}

/** Adds a step at the end of a session on people's own time. In an approved offering, it has no minutes at first. */
export function addStep(ctx: ActorContext, { sessionId, kind, minutes, ...form }: NewStep): Planned {
  return plan(
    ctx,
    (tx) => findMyOwnTime(tx, ctx, sessionId),
    form.reason,
    (tx, found) => {
      const steps = listStepsOf(tx, sessionId);
      if (steps.length >= STEP_LIMITS.steps) return refuse("too-many", { most: STEP_LIMITS.steps });
      const content = toStepContent(kind, form, found.session.timeZone);
      const checked = check(content, found.session);
      if (!checked.ok) return checked;
      const balanced = checkMinutes(steps, [...steps, { minutes }], found);
      if (!balanced.ok) return balanced;
      const id = insertStep(tx, ctx, sessionId, { ...content, minutes });
      recordAudit(tx, ctx, { action: "step.added", subjectId: found.offering.id, detail: { title: content.title } });
      return ok({ id, title: content.title });
    },
  );
}

/** Changes what a step asks; its kind stays. Refused where somebody else has changed it since it was opened. */
export function changeStep(
  ctx: ActorContext,
  { stepId, base, ...form }: StepContentValue & { stepId: string; base?: string | undefined },
): Planned {
  return plan(
    ctx,
    (tx) => findMyStep(tx, ctx, stepId),
    form.reason,
    (tx, found) => {
      const { step, session, offering } = findMyStep(tx, ctx, stepId)!;
      const draft = toStepDraft(step, session.timeZone);
      if (!isCurrent(base, draft)) return refuse("changed-meanwhile");
      const content = toStepContent(step.kind, form, session.timeZone);
      const checked = check(content, found.session);
      if (!checked.ok) return checked;
      writeStep(tx, ctx, step.id, content);
      const changes = changesBetween<object>(draft, toStepDraft({ ...step, ...content }, session.timeZone));
      recordAudit(tx, ctx, { action: "step.changed", subjectId: offering.id, detail: { title: step.title, changes } });
      return ok({ id: step.id, title: content.title });
    },
  );
}

/** Puts a step before the one that stands before it. */
export function moveStepUp(ctx: ActorContext, stepId: string): Planned {
  return plan(
    ctx,
    (tx) => findMyStep(tx, ctx, stepId),
    "Another order of the same steps",
    (tx, { session, offering }) => {
      const steps = listStepsOf(tx, session.id);
      const at = steps.findIndex(({ id }) => id === stepId);
      const [before, step] = [steps[at - 1], steps[at]!];
      if (!before) return ok(step);
      const order = steps.toSpliced(at - 1, 2, step, before);
      for (const [index, { id }] of order.entries()) writeStep(tx, ctx, id, { position: index + 1 });
      recordAudit(tx, ctx, { action: "step.moved", subjectId: offering.id, detail: { title: step.title } });
      return ok(step);
    },
  );
}

/** Says how many minutes each step of a session counts; in an approved offering they add up to what the session holds. */
export function setStepMinutes(
  ctx: ActorContext,
  input: { sessionId: string; steps: readonly { id: string; minutes: number }[]; reason: string | null },
): Planned {
  return plan(
    ctx,
    (tx) => findMyOwnTime(tx, ctx, input.sessionId),
    input.reason,
    (tx, found) => {
      const steps = listStepsOf(tx, input.sessionId);
      const asked = new Map(input.steps.map(({ id, minutes }) => [id, minutes]));
      if (steps.some(({ id }) => !asked.has(id)) || asked.size !== steps.length) return refuse("changed-meanwhile");
      const after = steps.map((step) => ({ ...step, minutes: asked.get(step.id)! }));
      const { offering } = found;
      const balanced = checkMinutes(steps, after, found);
      if (!balanced.ok) return balanced;
      for (const { id, minutes } of after) writeStep(tx, ctx, id, { minutes });
      const detail = { minutes: after.map(({ title, minutes }) => `${title}: ${minutes}`) };
      recordAudit(tx, ctx, { action: "step.minutes", subjectId: offering.id, detail });
      return ok({ id: input.sessionId, title: "" });
    },
  );
}

/** Takes a step out of the plan, while nobody has worked on it. */
export function removeStep(ctx: ActorContext, { stepId, reason }: { stepId: string; reason: string | null }): Planned {
  return plan(
    ctx,
    (tx) => findMyStep(tx, ctx, stepId),
    reason,
    (tx, { offering }) => {
      const { step } = findMyStep(tx, ctx, stepId)!;
      if (hasWork(tx, step.id)) return refuse("has-work");
      if (isApproved(offering) && step.minutes > 0) return refuse("has-minutes", { minutes: step.minutes });
      deleteStep(tx, step.id);
      recordAudit(tx, ctx, { action: "step.removed", subjectId: offering.id, detail: { title: step.title } });
      return ok(step);
    },
  );
}

function check(content: StepContent, session: Session): Outcome<null, StepRefusal> {
  const problem = findStepProblem(content, session);
  if (!problem) return ok(null);
  const { startsAt, endsAt, timeZone } = session;
  return refuse(problem, {
    session: [startsAt, endsAt].map((at) => formatDateTime(at, timeZone)).join(" to "),
  });
}

const isApproved = ({ state }: Offering): boolean => state === "approved" || state === "published";

/** A draft may hold fewer minutes than its session; an approved plan that once added up goes on adding up. */
function checkMinutes(
  before: readonly { minutes: number }[],
  after: readonly { minutes: number }[],
  { session, offering }: Planning,
): Outcome<null, StepRefusal> {
  const own = session.ownMinutes ?? 0;
  const { planned, left, addsUp } = balanceMinutes(after, own);
  if (left < 0) return refuse(isApproved(offering) ? "minutes-do-not-add-up" : "minutes-over", { planned, own });
  const mayDiffer = !isApproved(offering) || !balanceMinutes(before, own).addsUp;
  return addsUp || mayDiffer ? ok(null) : refuse("minutes-do-not-add-up", { planned, own });
}
