import { and, eq } from "drizzle-orm";
import { reflections } from "#drizzle/schema/online/steps";
import { listRosterPersonIds } from "~/attendance/marks/marks.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatDateTime } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { addressee, nameOffering, replyToFor } from "~/registration/messages/offering-message.server";
import { findNewestReflection } from "~/attendance/steps/do-step.server";
import { type FoundStep, findMyStep } from "~/attendance/steps/step-access.server";
import { findDone, markDone, voidDone } from "~/attendance/steps/step-marks.server";
import type { StepRefusal } from "~/attendance/steps/step-refusal";

interface About {
  stepId: string;
  personId: string;
}

type Answered = Outcome<null, StepRefusal>;

/** A step of the actor's, of an offering that stands, and somebody on its roster. */
function find(tx: Transaction, ctx: ActorContext, { stepId, personId }: About): Outcome<FoundStep, StepRefusal> {
  const found = findMyStep(tx, ctx, stepId);
  if (!found) return refuse("unknown-step");
  if (found.offering.state === "cancelled") return refuse("cancelled");
  return listRosterPersonIds(tx, found.offering.id).includes(personId) ? ok(found) : refuse("not-on-roster");
}

/** Accepts a reflection that waits: the step is done since it was handed in. */
export function acceptReflection(
  ctx: ActorContext,
  input: About & { number: number; answer: string | null },
): Answered {
  return answer(ctx, input, (tx, { step }, { handedInAt }) => {
    markDone(tx, ctx, step, { personId: input.personId, at: handedInAt, reason: "read and accepted" });
    return "accepted";
  });
}

/** Returns a reflection with words, also one that was accepted before: the person is told and can write again. */
export function returnReflection(ctx: ActorContext, input: About & { number: number; answer: string }): Answered {
  return answer(ctx, input, (tx, found, _version) => {
    voidDone(tx, ctx, found.step, input.personId, `returned: ${input.answer}`);
    sendReturned(tx, ctx, found, input);
    return "returned";
  });
}

function answer(
  ctx: ActorContext,
  input: About & { number: number; answer: string | null },
  carryOut: (tx: Transaction, found: FoundStep, version: { handedInAt: number }) => "accepted" | "returned",
): Answered {
  return inTransaction(ctx.db, (tx) => {
    const found = find(tx, ctx, input);
    if (!found.ok) return found;
    const { stepId, personId } = input;
    const newest = findNewestReflection(tx, stepId, personId);
    if (!newest || newest.number !== input.number || newest.state === "returned") return refuse("not-to-read");
    const state = carryOut(tx, found.value, newest);
    const said = { state, answer: input.answer, readBy: ctx.actor.personId, readAt: ctx.now };
    tx.update(reflections)
      .set(said)
      .where(and(eq(reflections.id, newest.id), eq(reflections.state, newest.state)))
      .run();
    const detail = { title: found.value.step.title, number: newest.number };
    const action = state === "accepted" ? "step.accepted" : "step.returned";
    recordAudit(tx, ctx, { action, subjectId: found.value.offering.id, personId, detail });
    return ok(null);
  });
}

/** The word of staff that somebody did a step, and when; with a reason, for nothing else shows it. */
export function recordStepDone(ctx: ActorContext, input: About & { at: number | null; reason: string }): Answered {
  return inTransaction(ctx.db, (tx) => {
    const found = find(tx, ctx, input);
    if (!found.ok) return found;
    const { step, session } = found.value;
    const at = input.at ?? ctx.now;
    if (at < session.startsAt || at > ctx.now) return refuse("bad-moment");
    if (findDone(tx, step.id, input.personId)) return refuse("done-already");
    markDone(tx, ctx, step, { personId: input.personId, at, reason: input.reason });
    return ok(null);
  });
}

/** Says with a reason that a step is not done after all; what the person wrote or answered stays. */
export function undoStepDone(ctx: ActorContext, input: About & { reason: string }): Answered {
  return inTransaction(ctx.db, (tx) => {
    const found = find(tx, ctx, input);
    if (!found.ok) return found;
    return voidDone(tx, ctx, found.value.step, input.personId, input.reason) ? ok(null) : refuse("not-done");
  });
}

function sendReturned(
  tx: Transaction,
  ctx: ActorContext,
  { step, session, offering }: FoundStep,
  { personId, number, answer: words }: About & { number: number; answer: string },
): void {
  const { personName, ...to } = addressee(tx, personId);
  enqueueMessage(tx, ctx, {
    kind: "reflection-returned",
    subjectId: step.id,
    ...to,
    replyTo: replyToFor(tx, offering.id),
    occasion: `${personId} ${number}`,
    payload: {
      ...nameOffering(tx, offering.id),
      personName,
      stepTitle: step.title,
      answer: words,
      openUntil: formatDateTime(session.endsAt, session.timeZone),
      stepUrl: `${origin}/steps/${step.id}`,
    },
  });
}
