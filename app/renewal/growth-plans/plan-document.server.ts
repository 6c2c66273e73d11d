import { issuerOf, educatorOf, type Taken } from "~/documents/issuing/document-content.server";
import type { DocumentRow } from "~/documents/issuing/document.server";
import { issue } from "~/documents/issuing/issuing.server";
import type { DocumentRefusal } from "~/documents/issuing/refusal";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { getPerson } from "~/people/persons/person.server";
import type { ActorContext } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import type { Outcome } from "~/platform/outcome";
import { approvalYearOf } from "~/platform/time/time-zone";
import { findMyPlan, listPlanFiles } from "./growth-plan.server";
import { toShownPlan } from "./plan-shown";

/**
 * Issues the document of the actor's signed plan: tagged, signed and verifiable as the others (D5, D6). Asking again for what has
 * not changed gives the same document; a plan that nobody signed has none.
 */
export const issueGrowthPlan = (ctx: ActorContext, planId: string): Promise<Outcome<DocumentRow, DocumentRefusal>> =>
  issue(ctx, {
    personId: ctx.actor.personId,
    series: `growth-plan:${planId}`,
    take: (db) => takePlan(db, ctx.actor.personId, planId),
  });

function takePlan(db: Reader, personId: string, planId: string): Taken | null {
  const plan = findMyPlan(db, personId, planId);
  if (plan?.state !== "signed" || plan.signedOn === null || plan.endedOn === null) return null;
  const provider = getHomeProvider(db);
  const files = listPlanFiles(db, planId);
  const { year, topics, texts } = toShownPlan(plan, files);
  return {
    providerId: provider.id,
    timeZone: provider.timeZone,
    content: {
      kind: "growth-plan",
      title: "Professional growth plan",
      educator: educatorOf(db, getPerson(db, personId)),
      provider: issuerOf(db, provider, approvalYearOf(plan.signedOn)),
      year,
      completedOn: plan.endedOn,
      topics,
      texts,
      evidence: files.map(({ name, file }) => ({ name, sha256: file.sha256 })),
      reviewer: {
        legalName: plan.reviewerName ?? "",
        certificateNumber: plan.reviewerCertificate ?? "",
        signedOn: plan.signedOn,
      },
      lines: [],
    },
  };
}
