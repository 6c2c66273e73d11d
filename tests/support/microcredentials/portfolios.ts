import { isWritten } from "~/microcredentials/definitions/definition";
import { getVersion } from "~/microcredentials/definitions/definition.server";
import { savePart } from "~/microcredentials/portfolios/part.server";
import { findMyPortfolio, listSubmissions, readContent } from "~/microcredentials/portfolios/portfolio.server";
import { startPortfolio } from "~/microcredentials/portfolios/start.server";
import { submitPortfolio } from "~/microcredentials/portfolios/submit.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Database } from "~/platform/database/database.server";
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

/** An assessor of the ESD. */
export function makeAssessor(db: Database, now = TEST_NOW): ScopedContext {
  const person = makePerson(db);
  give(db, person, "assessor", psesd(db).id);
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
export function makeSubmission(db: Database, author: TestPerson, microcredentialId: string) {
  const ctx = actingAs(db, author);
  const { id: portfolioId } = done(startPortfolio(ctx, microcredentialId));
  fill(db, author, portfolioId);
  done(submitPortfolio(ctx, { portfolioId, forPractice: false }));
  const [submission] = listSubmissions(db, portfolioId);
  return { portfolioId, submissionId: submission!.id };
}
