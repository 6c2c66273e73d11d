import { and, count, eq, inArray } from "drizzle-orm";
import { assessorScopes } from "#drizzle/schema/microcredentials/assessors";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { listHeldBy } from "~/desks/microcredentials/assessor-desk.server";
import { countAtRisk } from "~/microcredentials/assessment/undecided-list.server";
import { listWaiting } from "~/microcredentials/assessment/waiting.server";
import { listMyPieces } from "~/microcredentials/practice/practise.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { countOf } from "~/platform/database/rows.server";
import type { WorkCounter } from "./work-counter";

/** What waits for a coordinator of micro-credentials. */
export function countAssessmentWork(ctx: ScopedContext): WorkCounter[] {
  const drafts = ctx.db
    .select({ count: count() })
    .from(microcredentials)
    .where(and(inArray(microcredentials.providerId, ctx.scopeIds), eq(microcredentials.state, "draft")));
  const calibrated = ctx.db
    .select({ count: count() })
    .from(assessorScopes)
    .where(and(inArray(assessorScopes.providerId, ctx.scopeIds), eq(assessorScopes.state, "calibrating")));
  return [
    {
      label: "Decisions whose promise is at risk",
      count: countAtRisk(ctx),
      to: "/coordinator/portfolios?risk=at-risk",
      urgent: true,
    },
    {
      label: "Micro-credentials in draft",
      count: countOf(drafts),
      to: "/coordinator/microcredentials?state=draft",
    },
    { label: "Assessors to admit", count: countOf(calibrated), to: "/coordinator/assessors?state=calibrating" },
  ];
}

/** What waits for an assessor. */
export function countMyAssessments(ctx: ScopedContext): WorkCounter[] {
  return [
    { label: "Portfolios that you hold", count: listHeldBy(ctx).length, to: "/assessor", urgent: true },
    { label: "Portfolios in the queue", count: listWaiting(ctx).length, to: "/assessor" },
    {
      label: "Pieces to practise on",
      count: listMyPieces(ctx).filter(({ handedInAt }) => handedInAt === null).length,
      to: "/assessor/practice",
    },
  ];
}
