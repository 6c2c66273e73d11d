import { and, eq } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { accounts } from "#drizzle/schema/people";
import { growthPlanFiles, growthPlanRequests, growthPlans } from "#drizzle/schema/renewal/growth-plans";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { displayNameOf, legalNameOf } from "~/people/persons/name";
import { getPerson } from "~/people/persons/person.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import type { Once } from "~/platform/http/once";
import { once } from "~/platform/http/once.server";
import { notFound } from "~/platform/http/responses.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { sha256 } from "~/platform/secrets/codes.server";
import { findBehindLink, openSecretLink } from "~/platform/secrets/secret-link.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { isOpen, type PlanRefusal, yearInWords } from "./growth-plan";
import { type GrowthPlan, listPlanFiles, recordPlan, writePlan } from "./growth-plan.server";
import { PLAN_ACTIONS } from "./plan-changes";
import { toShownPlan } from "./plan-shown";

type Found = NonNullable<ReturnType<typeof findRequest>>;

/** What the secret of a link stands for; null for nothing. Looking changes nothing (R5). */
function findRequest(db: Reader, secret: string) {
  return (
    db
      .select({ request: growthPlanRequests, plan: growthPlans })
      .from(growthPlanRequests)
      .innerJoin(growthPlans, eq(growthPlans.id, growthPlanRequests.planId))
      .where(eq(growthPlanRequests.secretHash, sha256(secret)))
      .get() ?? null
  );
}

/** Why whoever is signed in may not review a plan; null when they may. */
function refuseReviewer(db: Reader, ctx: ActorContext, { request, plan }: Found): PlanRefusal | null {
  const { personId, accountId } = ctx.actor;
  if (plan.personId === personId) return "own-plan";
  const account = db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId)).get();
  const addresses = [account?.email, getPerson(db, personId).email];
  return addresses.includes(request.reviewerEmail) ? null : "another-address";
}

/**
 * What stands behind a reviewer's link: who asks, and the plan itself once the one to whom it was sent is signed in. Reading it is
 * audited (P5).
 * @throws Response 404 when the secret stands for nothing, 429 when too many such were opened from here
 */
export function readReviewPage(ctx: Context, secret: string) {
  const found = findBehindLink(ctx, () => findRequest(ctx.db, secret));
  if (!found) throw notFound();
  const { request, plan } = found;
  const shared = {
    educatorName: displayNameOf(getPerson(ctx.db, plan.personId)),
    year: yearInWords(plan.year),
    expiresAt: request.expiresAt,
    isOpen: isOpen(request, ctx.now),
    answer: request.answer && { answer: request.answer, at: request.answeredAt ?? 0 },
  };
  const { actor } = ctx;
  if (!actor) return { ...shared, isSignedIn: false, refusal: null, plan: null, certificateNumber: null };
  return { ...shared, isSignedIn: true, ...readPlan({ ...ctx, actor }, found) };
}

/** The plan for whoever is signed in, if it is theirs to review: what was taken back or has lapsed is its author's alone again. */
function readPlan(ctx: ActorContext, found: Found) {
  const { request, plan } = found;
  const refusal = refuseReviewer(ctx.db, ctx, found);
  const isShown = refusal === null && (isOpen(request, ctx.now) || request.answer === "signed");
  if (isShown) recordReading(ctx, { action: "growth-plan.read", subjectId: plan.id, personIds: [plan.personId] });
  return {
    refusal,
    plan: isShown ? toShownPlan(plan, listPlanFiles(ctx.db, plan.id)) : null,
    certificateNumber: getPerson(ctx.db, ctx.actor.personId).certificateNumber,
  };
}

/** A file of a plan for the one who reviews it; null for anybody else. Looking is audited (P5). */
export function findReviewFile(ctx: ActorContext, secret: string, fileId: string) {
  const found = findBehindLink(ctx, () => findRequest(ctx.db, secret));
  if (!found || refuseReviewer(ctx.db, ctx, found) !== null || !isOpen(found.request, ctx.now)) return null;
  const row = ctx.db
    .select({ file: storedFiles, name: growthPlanFiles.name })
    .from(growthPlanFiles)
    .innerJoin(storedFiles, eq(storedFiles.sha256, growthPlanFiles.fileHash))
    .where(and(eq(growthPlanFiles.id, fileId), eq(growthPlanFiles.planId, found.plan.id)))
    .get();
  if (!row) return null;
  const { id: subjectId, personId } = found.plan;
  recordReading(ctx, { action: "growth-plan.file-read", subjectId, personIds: [personId] });
  return row;
}

/** What a reviewer answers. */
export type Review = { intent: "sign"; certificateNumber: string } | { intent: "return"; words: string };

/**
 * The reviewer signs a plan, which locks it, or returns it with words. Only the one to whom it was sent, never its author, and once;
 * a plan that ends after the day of its review is refused.
 */
export function answerReview(
  visitor: Context,
  secret: string,
  review: Review,
  post: Once | null = null,
): Outcome<Review["intent"], PlanRefusal | "too-many-tries"> {
  const opened = openSecretLink(visitor, () => findRequest(visitor.db, secret));
  if (!opened.ok) return opened;
  if (!visitor.actor) return refuse("not-signed-in");
  const ctx = { ...visitor, actor: visitor.actor };
  return once(ctx, "growth plan review", post, () => answerOnce(ctx, secret, review));
}

function answerOnce(ctx: ActorContext, secret: string, review: Review): Outcome<Review["intent"], PlanRefusal> {
  return inTransaction(ctx.db, (tx): Outcome<Review["intent"], PlanRefusal> => {
    const found = findRequest(tx, secret);
    if (!found) return refuse("link-expired");
    const refusal = refuseReviewer(tx, ctx, found);
    if (refusal) return refuse(refusal);
    if (!isOpen(found.request, ctx.now) || found.plan.state !== "sent") return refuse("not-open");
    if (review.intent === "return") return giveBack(tx, ctx, found, review.words);
    return sign(tx, ctx, found, review.certificateNumber);
  });
}

function sign(tx: Transaction, ctx: ActorContext, { request, plan }: Found, certificateNumber: string) {
  const signedOn = dateOf(ctx.now, REGION_TIME_ZONE);
  if (plan.endedOn === null || plan.endedOn > signedOn) return refuse("ends-after-review" as const);
  answerRequest(tx, ctx, request.id, { answer: "signed", words: null });
  writePlan(tx, ctx, plan.id, {
    state: "signed",
    signedOn,
    signedBy: ctx.actor.personId,
    reviewerName: legalNameOf(getPerson(tx, ctx.actor.personId)),
    reviewerCertificate: certificateNumber,
  });
  recordPlan(tx, ctx, PLAN_ACTIONS.signed, plan, { reviewerCertificate: [null, certificateNumber] });
  tell(tx, ctx, plan, request.id, null);
  return ok("sign" as const);
}

function giveBack(tx: Transaction, ctx: ActorContext, { request, plan }: Found, words: string) {
  answerRequest(tx, ctx, request.id, { answer: "returned", words });
  writePlan(tx, ctx, plan.id, { state: "returned" });
  recordPlan(tx, ctx, PLAN_ACTIONS.returned, plan, { words: [null, words] });
  tell(tx, ctx, plan, request.id, words);
  return ok("return" as const);
}

function answerRequest(
  tx: Transaction,
  ctx: ActorContext,
  id: string,
  values: { answer: "signed" | "returned"; words: string | null },
): void {
  tx.update(growthPlanRequests)
    .set({ ...values, answeredAt: ctx.now })
    .where(eq(growthPlanRequests.id, id))
    .run();
}

function tell(tx: Transaction, ctx: ActorContext, plan: GrowthPlan, requestId: string, words: string | null): void {
  const person = getPerson(tx, plan.personId);
  enqueueMessage(tx, ctx, {
    kind: "growth-plan-answered",
    subjectId: requestId,
    personId: plan.personId,
    recipient: person.email,
    payload: {
      personName: displayNameOf(person),
      reviewerName: ctx.actor.name,
      year: yearInWords(plan.year),
      words,
      actionUrl: `${origin}/certificate/growth-plans/${plan.id}`,
    },
  });
}
