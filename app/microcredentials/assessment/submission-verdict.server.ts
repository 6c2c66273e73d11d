import { eq, isNull, and } from "drizzle-orm";
import { assessments, assessmentScores, submissions } from "#drizzle/schema/microcredentials/portfolios";
import type { Definition } from "~/microcredentials/definitions/definition";
import type { Submission } from "~/microcredentials/portfolios/portfolio.server";
import type { Reader } from "~/platform/database/database.server";
import { decide, type Place, type Scores, type Verdict } from "./assessment";

export type Assessment = typeof assessments.$inferSelect;

/** Readings of a submission that were not given back, by their place. */
export function listAssessments(db: Reader, submissionId: string): Assessment[] {
  const standing = and(eq(assessments.submissionId, submissionId), isNull(assessments.releasedAt));
  return db.select().from(assessments).where(standing).all();
}

/** What somebody scored, by criterion. */
export function listScores(db: Reader, assessmentId: string) {
  return db.select().from(assessmentScores).where(eq(assessmentScores.assessmentId, assessmentId)).all();
}

/** What follows from what was scored of a submission so far (M1). */
export function verdictOn(db: Reader, submission: Submission, { criteria }: Pick<Definition, "criteria">): Verdict {
  const scored = listAssessments(db, submission.id).filter(({ scoredAt }) => scoredAt !== null);
  const scoresOf = (place: Place): Scores | null => {
    const found = scored.find((each) => each.place === place);
    return found
      ? Object.fromEntries(listScores(db, found.id).map(({ criterion, level }) => [criterion, level]))
      : null;
  };
  return decide({
    criteria: criteria.map(({ key }) => key),
    settled: submission.settled,
    first: scoresOf("first"),
    second: scoresOf("second"),
    third: scoresOf("third"),
    needsSecond: submission.needsSecond ?? false,
  });
}

/**
 * A submission that a row of ours names.
 * @throws Error when there is none
 */
export function getSubmission(db: Reader, id: string): Submission {
  const row = db.select().from(submissions).where(eq(submissions.id, id)).get();
  if (!row) throw new Error(`There is no submission ${id}.`);
  return row;
}
