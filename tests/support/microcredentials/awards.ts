import { eq } from "drizzle-orm";
import { awards } from "#drizzle/schema/microcredentials/awards";
import { assessments } from "#drizzle/schema/microcredentials/portfolios";
import { scoreSubmission } from "~/microcredentials/assessment/assess.server";
import { findCurrentBadge } from "~/microcredentials/badges/badge.server";
import { signDueBadges } from "~/microcredentials/badges/sign-badges.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { systemContext } from "../database";
import { done } from "../done";
import type { TestPerson } from "../factories";
import { makeMicrocredential } from "./definitions";
import { makeSubmission, take } from "./portfolios";

/** Lets an assessor find everything demonstrated; gives the award. */
export function demonstrate(db: Database, assessor: ScopedContext, submissionId: string): void {
  const { id } = done(take(assessor, submissionId));
  const asked = db.select().from(assessments).where(eq(assessments.id, id)).get()!.criteria;
  const scores = asked.map((criterion) => ({ criterion, level: "demonstrated" as const, comment: "Seen." }));
  done(scoreSubmission(assessor, { assessmentId: id, scores, draw: () => 1 }));
}

/** An award of a new micro-credential, its badge not signed yet. */
export function makeAward(
  db: Database,
  by: { coordinator: ScopedContext; assessor: ScopedContext; providerId: string },
  holder: TestPerson,
  input: Partial<Parameters<typeof makeMicrocredential>[1]> = {},
) {
  const microcredentialId = makeMicrocredential(by.coordinator, { providerId: by.providerId, ...input });
  const { portfolioId, submissionId } = makeSubmission(db, holder, microcredentialId);
  demonstrate(db, by.assessor, submissionId);
  const award = db.select().from(awards).where(eq(awards.portfolioId, portfolioId)).get()!;
  return { award, microcredentialId, portfolioId };
}

/** Signs what is due, and gives an award's badge with its credential. */
export async function signed(db: Database, awardId: string) {
  await signDueBadges(systemContext(db));
  const badge = findCurrentBadge(db, awardId)!;
  return { badge, credential: JSON.parse(badge.credential!) as Record<string, unknown> };
}
