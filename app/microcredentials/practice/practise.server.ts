import { and, asc, eq, isNull, ne, not, or, sql } from "drizzle-orm";
import {
  assessorScopes,
  practicePieces,
  practiceReadings,
  practiceScores,
} from "#drizzle/schema/microcredentials/assessors";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { assessments, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { checkScores, type Level } from "~/microcredentials/assessment/assessment";
import { isPractisedBy, moveScope } from "~/microcredentials/assessors/assessor-scope.server";
import { getVersion } from "~/microcredentials/definitions/definition.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { isInPractice, judgedIn, readAnonymously } from "./piece.server";
import { listPracticeScores } from "./practice-scores.server";
import type { PracticeRefusal } from "./refusal";

/** Pieces on which the actor may practise, with what they handed in: not their own work, and nothing that they have judged. */
function selectMine(db: Reader, ctx: ScopedContext) {
  const me = ctx.actor.personId;
  const judged = sql`exists (select 1 from ${assessments} where ${assessments.submissionId} = ${practicePieces.submissionId}
    and ${assessments.assessorId} = ${me})`;
  const mine = and(eq(practiceReadings.pieceId, practicePieces.id), eq(practiceReadings.personId, me));
  return {
    isForMe: and(isInPractice, isPractisedBy(ctx), ne(portfolios.personId, me), not(judged)),
    from: db
      .select({
        id: practicePieces.id,
        microcredentialId: microcredentials.id,
        providerId: microcredentials.providerId,
        title: microcredentials.title,
        submissionId: submissions.id,
        portfolioId: portfolios.id,
        authorId: portfolios.personId,
        versionId: portfolios.versionId,
        readingId: practiceReadings.id,
        handedInAt: practiceReadings.handedInAt,
      })
      .from(practicePieces)
      .innerJoin(submissions, eq(submissions.id, practicePieces.submissionId))
      .innerJoin(portfolios, eq(portfolios.id, submissions.portfolioId))
      .innerJoin(microcredentials, eq(microcredentials.id, portfolios.microcredentialId))
      .leftJoin(practiceReadings, mine),
  };
}

/** What the actor can practise on, by micro-credential, and when they handed it in. */
export function listMyPieces(ctx: ScopedContext) {
  const { from, isForMe } = selectMine(ctx.db, ctx);
  const rows = from.where(isForMe).orderBy(asc(microcredentials.title), asc(practicePieces.id)).all();
  const byMicrocredential = Map.groupBy(rows, ({ microcredentialId }) => microcredentialId);
  return [...byMicrocredential.values()].flatMap((pieces) =>
    pieces.map(({ id, title, handedInAt }, index) => ({ id, title, handedInAt, number: index + 1 })),
  );
}

function findPiece(db: Reader, ctx: ScopedContext, pieceId: string) {
  const { from, isForMe } = selectMine(db, ctx);
  const row = from.where(and(eq(practicePieces.id, pieceId), isForMe)).get();
  const submission = row && db.select().from(submissions).where(eq(submissions.id, row.submissionId)).get();
  return row && submission ? { ...row, submission, ...getVersion(db, row.versionId) } : null;
}

/**
 * A piece of practice, without its author's name: its texts and criteria, and once the actor has handed it in, what they scored
 * beside what was decided. Looking is audited (P5).
 * @throws Response 404 for what is not theirs to practise on, or not any more
 */
export function getPiece(ctx: ScopedContext, pieceId: string) {
  const found = findPiece(ctx.db, ctx, pieceId);
  if (!found) throw notFound();
  const { id, title, submission, portfolioId, authorId, definition, readingId } = found;
  recordReading(ctx, { action: "practice.read", subjectId: portfolioId, personIds: [authorId] });
  const criteria = judgedIn(submission, definition);
  const scored = readingId === null ? null : listPracticeScores(ctx.db, [readingId]);
  return {
    ...{ id, title, criteria },
    parts: readAnonymously(ctx.db, submission, { personId: authorId }, definition),
    left: definition.evidence.filter(({ kind }) => kind === "file" || kind === "link").map((part) => part.title),
    scored:
      scored &&
      criteria.flatMap((criterion) => {
        const score = scored.find((each) => each.criterion === criterion.key);
        return score ? [{ criterion: criterion.title, mine: score.level, agreed: score.agreed }] : [];
      }),
  };
}

/** Hands in what the actor scored in practice, once. It decides nothing, and is compared with what was decided. */
export function handInPractice(
  ctx: ScopedContext,
  pieceId: string,
  scores: readonly { criterion: string; level: Level }[],
): Outcome<{ id: string }, PracticeRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const found = findPiece(tx, ctx, pieceId);
    if (!found) return refuse("unknown-piece");
    if (found.readingId !== null) return refuse("handed-in-already");
    const { submission, definition } = found;
    const asked = judgedIn(submission, definition).map(({ key }) => key);
    // Nobody reads words in practice, so none are asked for.
    const checked = checkScores(
      asked,
      scores.map((score) => ({ ...score, comment: "In practice" })),
    );
    if (!checked.ok) return checked;
    const readingId = newId();
    const { personId } = ctx.actor;
    tx.insert(practiceReadings).values({ id: readingId, pieceId, personId, handedInAt: ctx.now }).run();
    const agreedOn = (key: string): Level => (submission.demonstrated?.includes(key) ? "demonstrated" : "not-yet");
    tx.insert(practiceScores)
      .values(scores.map(({ criterion, level }) => ({ readingId, criterion, level, agreed: agreedOn(criterion) })))
      .run();
    beginCalibration(tx, ctx, found);
    recordAudit(tx, ctx, { action: "practice.handed-in", subjectId: pieceId, personId, detail: {} });
    return ok({ id: pieceId });
  });
}

/** Whoever was invited is being calibrated from the first piece on. */
function beginCalibration(
  tx: Transaction,
  ctx: ScopedContext,
  { microcredentialId, providerId }: { microcredentialId: string; providerId: string },
): void {
  const theirs = and(
    eq(assessorScopes.personId, ctx.actor.personId),
    eq(assessorScopes.providerId, providerId),
    or(isNull(assessorScopes.microcredentialId), eq(assessorScopes.microcredentialId, microcredentialId)),
    eq(assessorScopes.state, "invited"),
  );
  for (const scope of tx.select().from(assessorScopes).where(theirs).all()) moveScope(tx, ctx, scope, "calibrating");
}
