import type { Definition } from "~/microcredentials/definitions/definition";
import { listSubmissions } from "~/microcredentials/portfolios/portfolio.server";
import type { Reader } from "~/platform/database/database.server";
import type { Level } from "./assessment";
import { listAssessments, listScores } from "./submission-verdict.server";

/** What the author of a portfolio reads of one criterion: its level, and what assessors wrote, without their names. */
export interface ScoreForAuthor {
  criterion: string;
  level: Level;
  comments: string[];
}

/** The newest decision on a portfolio, criterion by criterion; empty while there is none. */
export function listScoresForAuthor(
  db: Reader,
  portfolioId: string,
  { criteria }: Pick<Definition, "criteria">,
): ScoreForAuthor[] {
  const decided = listSubmissions(db, portfolioId).find(({ decidedAt }) => decidedAt !== null);
  if (!decided) return [];
  const scores = listAssessments(db, decided.id)
    .filter(({ scoredAt }) => scoredAt !== null)
    .flatMap(({ id }) => listScores(db, id));
  return criteria.map(({ key, title }) => ({
    criterion: title,
    level: decided.demonstrated?.includes(key) ? "demonstrated" : "not-yet",
    comments: scores
      .filter(({ criterion, comment }) => criterion === key && comment !== "")
      .map(({ comment }) => comment),
  }));
}
