import { assessorScopes } from "#drizzle/schema/microcredentials/assessors";
import { eq } from "drizzle-orm";
import { assessments } from "#drizzle/schema/microcredentials/portfolios";
import { scoreSubmission, takeSubmission } from "~/microcredentials/assessment/assess.server";
import type { Level } from "~/microcredentials/assessment/assessment";
import type { AssessorState } from "~/microcredentials/assessors/assessor-state";
import { isWritten } from "~/microcredentials/definitions/definition";
import { getVersion } from "~/microcredentials/definitions/definition.server";
import { savePart } from "~/microcredentials/portfolios/part.server";
import { findMyPortfolio, listSubmissions, readContent } from "~/microcredentials/portfolios/portfolio.server";
import { startPortfolio } from "~/microcredentials/portfolios/start.server";
import { submitPortfolio } from "~/microcredentials/portfolios/submit.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { TEST_NOW } from "../clock";
import { actingAs } from "../database";
import { done } from "../done";
import { give, makePerson, psesd, type TestPerson } from "../factories";

/** A coordinator of the ESD. */
export function makeCoordinator(db: Database): ScopedContext {
  const person = makePerson(db);
  give(db, person, "coordinator", psesd(db).id);
  return actingAs(db, person, { scopeIds: [psesd(db).id] });
}

/** Names somebody who has the role of an assessor for all of a provider's micro-credentials, or for one. */
export function admit(
  db: Database,
  person: Pick<TestPerson, "personId">,
  providerId: string,
  input: { microcredentialId?: string; state?: AssessorState } = {},
): string {
  const { microcredentialId = null, state = "admitted" } = input;
  const id = newId();
  const at = { createdAt: TEST_NOW, updatedAt: TEST_NOW };
  db.insert(assessorScopes)
    .values({ id, providerId, personId: person.personId, microcredentialId, state, ...at })
    .run();
  return id;
}

/** Somebody says that they know of no conflict, and takes a submission. */
export const take = (ctx: ScopedContext, submissionId: string) =>
  takeSubmission(ctx, { submissionId, knowsNoConflict: true });

/** An assessor of the ESD who is admitted. */
export function makeAssessor(db: Database, now = TEST_NOW): ScopedContext {
  const person = makePerson(db);
  give(db, person, "assessor", psesd(db).id);
  admit(db, person, psesd(db).id);
  return actingAs(db, person, { scopeIds: [psesd(db).id], now });
}

/** Fills every text of a portfolio. */
export function fill(
  db: Database,
  author: TestPerson,
  portfolioId: string,
  text = "I greet everybody at the door.",
): void {
  const ctx = actingAs(db, author);
  const { versionId } = findMyPortfolio(db, ctx, portfolioId)!;
  const { revisions } = readContent(db, portfolioId);
  const texts = getVersion(db, versionId).definition.evidence.filter(({ kind }) => isWritten(kind));
  for (const { key } of texts)
    done(savePart(ctx, { portfolioId, key, text, links: [], revision: revisions[key] ?? 0 }));
}

/** A portfolio that was handed in. */
export function makeSubmission(db: Database, author: TestPerson, microcredentialId: string, text?: string) {
  const ctx = actingAs(db, author);
  const { id: portfolioId } = done(startPortfolio(ctx, microcredentialId));
  fill(db, author, portfolioId, text);
  done(submitPortfolio(ctx, { portfolioId, forPractice: false }));
  const [submission] = listSubmissions(db, portfolioId);
  return { portfolioId, submissionId: submission!.id };
}

/** Takes and scores: levels in the order of the criteria that are asked about. */
export function judge(
  ctx: ScopedContext,
  submissionId: string,
  levels: readonly Level[],
  draw: (below: number) => number = () => 1,
  second: string | null = null,
) {
  const { id } = done(take(ctx, submissionId));
  const asked = ctx.db.select().from(assessments).where(eq(assessments.id, id)).get()!.criteria;
  const scores = asked.map((criterion, index) => ({ criterion, level: levels[index]!, comment: "Seen." }));
  return done(scoreSubmission(ctx, { assessmentId: id, scores, second, draw })).verdict;
}
