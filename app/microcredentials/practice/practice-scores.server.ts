import { and, count, eq, inArray, type SQL } from "drizzle-orm";
import { practicePieces, practiceReadings, practiceScores } from "#drizzle/schema/microcredentials/assessors";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import type { AssessorScope } from "~/microcredentials/assessors/assessor-scope.server";
import type { Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import type { ScorePair } from "./agreement";

type Practised = Pick<AssessorScope, "personId" | "providerId" | "microcredentialId">;

/** Condition on joined readings: what somebody practised of what they are named for. */
function isOf({ personId, providerId, microcredentialId }: Practised): SQL | undefined {
  return and(
    eq(practiceReadings.personId, personId),
    eq(microcredentials.providerId, providerId),
    microcredentialId === null ? undefined : eq(microcredentials.id, microcredentialId),
  );
}

/** How many pieces somebody has handed in of what they are named for. */
export function countPractised(db: Reader, scope: Practised): number {
  return countOf(
    db
      .select({ count: count() })
      .from(practiceReadings)
      .innerJoin(practicePieces, eq(practicePieces.id, practiceReadings.pieceId))
      .innerJoin(submissions, eq(submissions.id, practicePieces.submissionId))
      .innerJoin(portfolios, eq(portfolios.id, submissions.portfolioId))
      .innerJoin(microcredentials, eq(microcredentials.id, portfolios.microcredentialId))
      .where(isOf(scope)),
  );
}

/** What somebody scored in practice of what they are named for, beside what was decided, with the micro-credential. */
export function listPairs(db: Reader, scope: Practised): (ScorePair & { microcredentialId: string })[] {
  return db
    .select({
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
    .where(isOf(scope))
    .all();
}

/** What somebody scored in a practice, by criterion. */
export function listPracticeScores(db: Reader, readingIds: readonly string[]) {
  return db
    .select()
    .from(practiceScores)
    .where(inArray(practiceScores.readingId, [...readingIds]))
    .all();
}
