import { and, eq, inArray, isNull } from "drizzle-orm";
import { assessments, assessmentScores, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { secondRequests } from "#drizzle/schema/microcredentials/promises";
import type { Definition } from "~/microcredentials/definitions/definition";
import type { Submission } from "~/microcredentials/portfolios/portfolio.server";
import type { Reader } from "~/platform/database/database.server";
import { decide, type Place, type Scores, type Verdict } from "./assessment";

export type Assessment = typeof assessments.$inferSelect;

/** What a verdict needs to know of a submission itself. */
type Judgeable = Pick<Submission, "id" | "settled" | "needsSecond">;

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
export function verdictOn(db: Reader, submission: Judgeable, definition: Pick<Definition, "criteria">): Verdict {
  return verdictsOn(db, [submission.id]).of(submission, definition);
}

/** What was read and scored of some submissions, in three statements however many they are, and what follows for each. */
export function verdictsOn(db: Reader, submissionIds: readonly string[]) {
  const ids = [...submissionIds];
  const standing = db
    .select()
    .from(assessments)
    .where(and(inArray(assessments.submissionId, ids), isNull(assessments.releasedAt)))
    .all();
  const scores = listScoresOf(
    db,
    standing.filter(({ scoredAt }) => scoredAt !== null).map(({ id }) => id),
  );
  const asked = db.select().from(secondRequests).where(inArray(secondRequests.submissionId, ids)).all();
  const askedIds = new Set(asked.map(({ submissionId }) => submissionId));
  const byId = Map.groupBy(standing, ({ submissionId }) => submissionId);
  const readingsOf = (submissionId: string): Assessment[] => byId.get(submissionId) ?? [];
  const scoresOf = (submissionId: string, place: Place): Scores | null => {
    const found = readingsOf(submissionId).find((each) => each.place === place && each.scoredAt !== null);
    return found ? Object.fromEntries((scores.get(found.id) ?? []).map((row) => [row.criterion, row.level])) : null;
  };
  const of = ({ id, settled, needsSecond }: Judgeable, { criteria }: Pick<Definition, "criteria">): Verdict =>
    decide({
      criteria: criteria.map(({ key }) => key),
      settled,
      first: scoresOf(id, "first"),
      second: scoresOf(id, "second"),
      third: scoresOf(id, "third"),
      isDrawn: needsSecond ?? false,
      isAsked: askedIds.has(id),
    });
  return { readingsOf, of };
}

function listScoresOf(db: Reader, assessmentIds: readonly string[]) {
  const rows = db
    .select()
    .from(assessmentScores)
    .where(inArray(assessmentScores.assessmentId, [...assessmentIds]))
    .all();
  return Map.groupBy(rows, ({ assessmentId }) => assessmentId);
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
