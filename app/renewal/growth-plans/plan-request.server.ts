import { and, eq, isNull } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { growthPlanRequests } from "#drizzle/schema/renewal/growth-plans";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { displayNameOf, normalizeEmail } from "~/people/persons/name";
import { findMailbox, getPerson } from "~/people/persons/person.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatDate } from "~/platform/format";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { newSecret, sha256 } from "~/platform/secrets/codes.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { isOpen, isWritable, LINK_DAYS, missingIn, type PlanRefusal, yearInWords } from "./growth-plan";
import { findMyPlan, type GrowthPlan, listPlanRequests, recordPlan, writePlan } from "./growth-plan.server";
import { PLAN_ACTIONS } from "./plan-changes";

const DAY_MS = 86_400_000;

/**
 * The actor sends their plan to somebody else, who answers by a link within thirty days. A plan that ends after the day of its
 * review is refused. What had been sent and lapsed is sent anew.
 */
export function sendPlan(ctx: ActorContext, id: string, email: string): Outcome<string, PlanRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const plan = findMyPlan(tx, ctx.actor.personId, id);
    if (!plan) return refuse("unknown-plan");
    const [last] = listPlanRequests(tx, id);
    if (!isWritable(plan.state) && !(plan.state === "sent" && last && !isOpen(last, ctx.now)))
      return refuse("not-writable");
    const missing = missingIn(plan);
    if (missing.length > 0) return refuse("incomplete", { missing: missing.join(", ") });
    if (plan.endedOn !== null && plan.endedOn > dateOf(ctx.now, REGION_TIME_ZONE)) return refuse("ends-after-review");
    const reviewerEmail = normalizeEmail(email);
    if (getPerson(tx, plan.personId).email === reviewerEmail) return refuse("own-address");
    endOpen(tx, ctx, id);
    ask(tx, ctx, plan, reviewerEmail);
    writePlan(tx, ctx, id, { state: "sent" });
    recordPlan(tx, ctx, PLAN_ACTIONS.sent, plan, { reviewerEmail: [null, reviewerEmail] });
    return ok(id);
  });
}

/** The actor takes a plan back from its reviewer; the link stands for nothing from then on. */
export function withdrawPlan(ctx: ActorContext, id: string): Outcome<string, PlanRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const plan = findMyPlan(tx, ctx.actor.personId, id);
    if (!plan) return refuse("unknown-plan");
    if (plan.state !== "sent") return refuse("not-sent");
    endOpen(tx, ctx, id);
    writePlan(tx, ctx, id, { state: "draft" });
    recordPlan(tx, ctx, PLAN_ACTIONS.withdrawn, plan);
    return ok(id);
  });
}

/** Whose address it is, so that whoever reads the mail here is known to have read of them; null for nobody's. */
const findPersonByAddress = (tx: Transaction, email: string): string | null =>
  tx.select({ id: persons.id }).from(persons).where(eq(persons.email, email)).get()?.id ?? null;

function endOpen(tx: Transaction, ctx: ActorContext, planId: string): void {
  const open = and(
    eq(growthPlanRequests.planId, planId),
    isNull(growthPlanRequests.withdrawnAt),
    isNull(growthPlanRequests.answeredAt),
  );
  tx.update(growthPlanRequests).set({ withdrawnAt: ctx.now }).where(open).run();
}

function ask(tx: Transaction, ctx: ActorContext, plan: GrowthPlan, reviewerEmail: string): void {
  const secret = newSecret();
  const request = {
    id: newId(),
    planId: plan.id,
    reviewerEmail,
    secretHash: sha256(secret),
    sentAt: ctx.now,
    expiresAt: ctx.now + LINK_DAYS * DAY_MS,
  };
  tx.insert(growthPlanRequests).values(request).run();
  enqueueMessage(tx, ctx, {
    kind: "growth-plan-request",
    subjectId: request.id,
    personId: findPersonByAddress(tx, reviewerEmail),
    recipient: reviewerEmail,
    replyTo: findMailbox(tx, plan.personId),
    payload: {
      personName: reviewerEmail,
      educatorName: displayNameOf(getPerson(tx, plan.personId)),
      year: yearInWords(plan.year),
      answerBy: formatDate(request.expiresAt, REGION_TIME_ZONE),
      actionUrl: `${origin}/growth-plan-reviews/${secret}`,
    },
  });
}
