import { and, count, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { practicePieces, practiceReadings } from "#drizzle/schema/microcredentials/assessors";
import { microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import { portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { findScopedMicrocredential, getVersion } from "~/microcredentials/definitions/definition.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { isGiven, judgedIn, readAnonymously } from "./piece.server";
import { PRACTICE_SIZE, proposePieces } from "./proposal";
import type { PracticeRefusal } from "./refusal";

type Done = Outcome<{ count: number }, PracticeRefusal>;

const MOST_GIVEN = 200;

/**
 * What authors gave for practice of a micro-credential and was decided: what is chosen first, then the newest, `MOST_GIVEN` at most.
 * Each with how often it was practised on.
 */
export const listGiven = (db: Reader, microcredentialId: string) => selectGiven(db, ofGiven(microcredentialId));

/** How many there are in all. */
export const countGiven = (db: Reader, microcredentialId: string): number =>
  countOf(
    db
      .select({ count: count() })
      .from(submissions)
      .innerJoin(portfolios, eq(portfolios.id, submissions.portfolioId))
      .where(ofGiven(microcredentialId)),
  );

const ofGiven = (microcredentialId: string) => and(eq(portfolios.microcredentialId, microcredentialId), isGiven);

const isChosen = sql<number>`(${practicePieces.id} is not null and ${practicePieces.removedAt} is null)`;

function selectGiven(db: Reader, where: SQL | undefined) {
  const readings = sql<number>`(select count(*) from ${practiceReadings} where ${practiceReadings.pieceId} = ${practicePieces.id})`;
  return db
    .select({
      submissionId: submissions.id,
      round: submissions.round,
      decidedAt: submissions.decidedAt,
      settled: submissions.settled,
      demonstrated: submissions.demonstrated,
      definition: microcredentialVersions.definition,
      isChosen,
      readings,
    })
    .from(submissions)
    .innerJoin(portfolios, eq(portfolios.id, submissions.portfolioId))
    .innerJoin(microcredentialVersions, eq(microcredentialVersions.id, portfolios.versionId))
    .leftJoin(practicePieces, eq(practicePieces.submissionId, submissions.id))
    .where(where)
    .orderBy(desc(isChosen), desc(submissions.decidedAt), desc(submissions.id))
    .limit(MOST_GIVEN)
    .all()
    .map(({ settled, demonstrated, definition, decidedAt, ...row }) => {
      const judged = judgedIn({ settled }, definition);
      const shown = judged.filter(({ key }) => demonstrated?.includes(key)).length;
      return {
        ...row,
        isChosen: row.isChosen === 1,
        decidedAt: decidedAt ?? 0,
        judged: judged.length,
        demonstrated: shown,
      };
    });
}

function findGiven(db: Reader, microcredentialId: string, submissionId: string) {
  const [found] = selectGiven(db, and(ofGiven(microcredentialId), eq(submissions.id, submissionId)));
  return found;
}

/** A coordinator chooses what new assessors practise on. */
export function choosePiece(ctx: ScopedContext, microcredentialId: string, submissionId: string): Done {
  return inTransaction(ctx.db, (tx) => {
    if (!findScopedMicrocredential(tx, ctx, microcredentialId)) return refuse("unknown-microcredential");
    const given = findGiven(tx, microcredentialId, submissionId);
    if (!given) return refuse("not-given");
    if (!given.isChosen) insertPiece(tx, ctx, submissionId, microcredentialId);
    return ok({ count: 1 });
  });
}

/** Chooses as many as a practice still lacks, of those that say most. */
export function chooseProposed(ctx: ScopedContext, microcredentialId: string): Done {
  return inTransaction(ctx.db, (tx) => {
    if (!findScopedMicrocredential(tx, ctx, microcredentialId)) return refuse("unknown-microcredential");
    const given = listGiven(tx, microcredentialId);
    const lacking = PRACTICE_SIZE - given.filter(({ isChosen }) => isChosen).length;
    const proposed = proposePieces(
      given.filter(({ isChosen }) => !isChosen),
      lacking,
    );
    if (proposed.length === 0) return refuse("nothing-to-propose");
    for (const submissionId of proposed) insertPiece(tx, ctx, submissionId, microcredentialId);
    return ok({ count: proposed.length });
  });
}

/** Takes a piece out of practice; what was scored on it stays. */
export function removePiece(ctx: ScopedContext, microcredentialId: string, submissionId: string): Done {
  return inTransaction(ctx.db, (tx) => {
    if (!findScopedMicrocredential(tx, ctx, microcredentialId)) return refuse("unknown-microcredential");
    const given = findGiven(tx, microcredentialId, submissionId);
    if (!given?.isChosen) return refuse("unknown-piece");
    const standing = and(eq(practicePieces.submissionId, submissionId), isNull(practicePieces.removedAt));
    tx.update(practicePieces).set({ removedAt: ctx.now }).where(standing).run();
    record(tx, ctx, "practice.piece-removed", submissionId, microcredentialId);
    return ok({ count: 1 });
  });
}

/**
 * A submission that its author gave, as new assessors would read it: a coordinator looks whether anything in it still gives the author away.
 * Null for any other.
 */
export function previewPiece(ctx: ScopedContext, microcredentialId: string, submissionId: string) {
  const theirs = and(eq(submissions.id, submissionId), eq(portfolios.microcredentialId, microcredentialId), isGiven);
  const row = ctx.db
    .select({ submission: submissions, portfolio: portfolios })
    .from(submissions)
    .innerJoin(portfolios, eq(portfolios.id, submissions.portfolioId))
    .where(theirs)
    .get();
  if (!row || !findScopedMicrocredential(ctx.db, ctx, microcredentialId)) return null;
  const { submission, portfolio } = row;
  recordReading(ctx, { action: "practice.previewed", subjectId: portfolio.id, personIds: [portfolio.personId] });
  return {
    submissionId,
    parts: readAnonymously(ctx.db, submission, portfolio, getVersion(ctx.db, portfolio.versionId).definition),
  };
}

function insertPiece(tx: Transaction, ctx: ScopedContext, submissionId: string, microcredentialId: string): void {
  const chosen = { chosenAt: ctx.now, chosenBy: ctx.actor.personId, removedAt: null };
  tx.insert(practicePieces)
    .values({ id: newId(), submissionId, ...chosen })
    .onConflictDoUpdate({ target: practicePieces.submissionId, set: chosen })
    .run();
  record(tx, ctx, "practice.piece-chosen", submissionId, microcredentialId);
}

function record(
  tx: Transaction,
  ctx: ScopedContext,
  action: string,
  submissionId: string,
  microcredentialId: string,
): void {
  recordAudit(tx, ctx, { action, subjectId: microcredentialId, detail: { submissionId } });
}
