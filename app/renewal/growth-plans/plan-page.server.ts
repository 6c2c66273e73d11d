import type { z } from "zod";
import { stateOf } from "~/documents/issuing/document-state";
import { listDocuments } from "~/documents/issuing/document.server";
import { listChangeHistory } from "~/people/history/change-history.server";
import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { formatBytes } from "~/platform/format";
import { FILE_BYTES } from "~/platform/http/body-limit";
import type { Once } from "~/platform/http/once";
import { once } from "~/platform/http/once.server";
import { notFound } from "~/platform/http/responses.server";
import type { VersionedRow } from "~/platform/http/stale-form.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { isOpen, isWritable, missingIn, yearInWords, yearsToBegin } from "./growth-plan";
import {
  addPlanFile,
  findMyPlan,
  listGrowthPlans,
  listPlanFiles,
  listPlanRequests,
  removePlan,
  removePlanFile,
} from "./growth-plan.server";
import { type planPageForm, toPlanDraft } from "./growth-plan-form";
import { PLAN_CHANGES } from "./plan-changes";
import { sendPlan, withdrawPlan } from "./plan-request.server";
import { toShownPlan } from "./plan-shown";

/** The actor's growth plans, and the years for which they can begin one. */
export function getPlansPage(ctx: ActorContext) {
  const plans = listGrowthPlans(ctx.db, ctx.actor.personId);
  const taken = new Set(plans.map(({ year }) => year));
  const years = yearsToBegin(dateOf(ctx.now, REGION_TIME_ZONE)).filter((year) => !taken.has(year));
  return {
    plans: plans.map((plan) => toShownPlan(plan, [])),
    years: years.map((year) => ({ value: String(year), label: yearInWords(year) })),
  };
}

/**
 * One plan of the actor with its files, its request and how it came about.
 * @throws Response 404 for any other
 */
export function getPlanPage(ctx: ActorContext, id: string) {
  const plan = findMyPlan(ctx.db, ctx.actor.personId, id);
  if (!plan) throw notFound();
  const [last] = listPlanRequests(ctx.db, id);
  const documents = listDocuments(ctx.db, plan.personId, ["growth-plan"]).filter(
    (row) => row.series === `growth-plan:${id}` && stateOf(row) === "current",
  );
  return {
    shown: toShownPlan(plan, listPlanFiles(ctx.db, id)),
    draft: toPlanDraft(plan),
    canWrite: isWritable(plan.state),
    missing: missingIn(plan),
    request: last
      ? {
          reviewerEmail: last.reviewerEmail,
          expiresAt: last.expiresAt,
          isOpen: isOpen(last, ctx.now),
          words: plan.state === "returned" ? last.words : null,
        }
      : null,
    documentId: documents[0]?.id ?? null,
    history: listChangeHistory(ctx.db, id, PLAN_CHANGES),
    most: formatBytes(FILE_BYTES),
  };
}

/** The version of a plan, for whoever saves its form; null for what else its page posts. */
export function planVersion(tx: Transaction, ctx: ActorContext, id: string, intent: unknown): VersionedRow | null {
  const plan = intent === "save-plan" ? findMyPlan(tx, ctx.actor.personId, id) : null;
  // Nobody but the author writes in it: what changed meanwhile, they changed on another device.
  return (
    plan && { draft: toPlanDraft(plan), change: () => ({ by: "You, on another device or page,", at: plan.updatedAt }) }
  );
}

type Posted = Exclude<z.output<typeof planPageForm>, { intent: "save-plan" | "make-document" }>;

/** Carries out what the page of a plan posted besides its texts. */
export function changePlan(ctx: ActorContext, id: string, value: Posted, post: Once | null) {
  switch (value.intent) {
    case "add-file":
      return addPlanFile(ctx, id, value.file, post);
    case "remove-file":
      return removePlanFile(ctx, id, value.fileId);
    case "send-plan":
      return once(ctx, `growth plan ${id}`, post, () => sendPlan(ctx, id, value.reviewerEmail));
    case "withdraw-plan":
      return withdrawPlan(ctx, id);
    case "remove-plan":
      return removePlan(ctx, id);
  }
}
