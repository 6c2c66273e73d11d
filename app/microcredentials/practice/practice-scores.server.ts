import { eq, inArray } from "drizzle-orm";
import { practicePieces, practiceReadings, practiceScores } from "#drizzle/schema/microcredentials/assessors";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import type { AssessorScope } from "~/microcredentials/assessors/assessor-scope.server";
import type { Reader } from "~/platform/database/database.server";
import type { ScorePair } from "./agreement";

type Practised = Pick<AssessorScope, "personId" | "providerId" | "microcredentialId">;

/** A score in practice beside what was decided, and of what it is. */
export interface PracticePair extends ScorePair {
  readingId: string;
  providerId: string;
  microcredentialId: string;
}

/** Everything that somebody scored in practice. */
export function listPairs(db: Reader, personId: string): PracticePair[] {
  return db
    .select({
      readingId: practiceReadings.id,
      providerId: microcredentials.providerId,
      microcredentialId: microcredentials.id,
      criterion: practiceScores.criterion,
      mine: practiceScores.level,
      agreed: practiceScores.agreed,
    })
    .from(practiceScores)
    .innerJoin(practiceReadings, eq(practiceReadings.id, practiceScores.readingId))
    .innerJoin(practicePieces, eq(practicePieces.id, practiceReadings.pieceId))
    .innerJoin(submissions, eq(submissions.id, practicePieces.submissionId))
    .innerJoin(portfolios, eq(portfolios.id, submissions.portfolioId))
    .innerJoin(microcredentials, eq(microcredentials.id, portfolios.microcredentialId))
    .where(eq(practiceReadings.personId, personId))
    .all();
}

/** Of scores in practice those of what somebody is named for. */
export const pairsOf = (pairs: readonly PracticePair[], scope: Pick<Practised, "providerId" | "microcredentialId">) =>
  pairs.filter(
    ({ providerId, microcredentialId }) =>
      providerId === scope.providerId &&
      (scope.microcredentialId === null || scope.microcredentialId === microcredentialId),
  );

/** How many pieces scores in practice are of. */
export const countPieces = (pairs: readonly PracticePair[]): number =>
  new Set(pairs.map(({ readingId }) => readingId)).size;

/** How many pieces somebody has handed in of what they are named for. */
export const countPractised = (db: Reader, scope: Practised): number =>
  countPieces(pairsOf(listPairs(db, scope.personId), scope));

/** What somebody scored in a practice, by criterion. */
export function listPracticeScores(db: Reader, readingIds: readonly string[]) {
  return db
    .select()
    .from(practiceScores)
    .where(inArray(practiceScores.readingId, [...readingIds]))
    .all();
}
