import { and, asc, eq, inArray, ne, not } from "drizzle-orm";
import { microcredentials, microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import { portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { type Assessor, isAssessedBy } from "~/microcredentials/assessors/assessor-scope.server";
import { AWAITING_STATUSES } from "~/microcredentials/portfolios/portfolio-status";
import type { Reader } from "~/platform/database/database.server";
import { MOST_WAITING, PLACE_WORDS } from "./assessment";
import { wordsOfConflict } from "./conflict";
import { conflictsWith } from "./conflict.server";
import { isNewest, isRecusedFrom } from "./open-submission.server";
import { verdictsOn } from "./submission-verdict.server";

/** Whose queue it is, and when. */
type Waiter = Assessor & { db: Reader; now: number };

/**
 * What waits for somebody and the actor could take, the promise that ends first on top, `MOST_WAITING` at most; without a candidate's
 * name. In blind mode, what flags itself as a possible conflict is not theirs to take. The same number of statements for each
 * `MOST_WAITING` that wait: what the actor cannot take must not stand in the way of what they can.
 */
export function listWaiting(ctx: Waiter): Waiting[] {
  const found: Waiting[] = [];
  for (let offset = 0; found.length < MOST_WAITING; offset += MOST_WAITING) {
    const rows = selectWaiting(ctx, offset);
    found.push(...takeable(ctx, rows));
    if (rows.length < MOST_WAITING) break;
  }
  return found.slice(0, MOST_WAITING);
}

/** A portfolio that waits for an assessor. */
export type Waiting = ReturnType<typeof takeable>[number];

function takeable(ctx: Waiter, rows: ReturnType<typeof selectWaiting>) {
  const definitions = listDefinitions(ctx, [...new Set(rows.map(({ versionId }) => versionId))]);
  const { of, readingsOf } = verdictsOn(
    ctx.db,
    rows.map(({ id }) => id),
  );
  const conflictsOf = conflictsWith(
    ctx.db,
    ctx.actor.personId,
    rows.map(({ personId }) => personId),
    ctx.now,
  );
  return rows.flatMap(({ versionId, personId, settled, needsSecond, ...what }) => {
    const definition = definitions.get(versionId);
    if (!definition) throw new Error(`Portfolios are judged under version ${versionId}, which is not there.`);
    const verdict = of({ id: what.id, settled, needsSecond }, definition);
    const readings = readingsOf(what.id);
    const isMine = readings.some(({ assessorId }) => assessorId === ctx.actor.personId);
    if (verdict.kind !== "judge" || isMine || readings.some(({ place }) => place === verdict.place)) return [];
    const flags = conflictsOf(personId).map(wordsOfConflict);
    if (definition.blind && flags.length > 0) return [];
    const isLate = (what.promisedAt ?? ctx.now) < ctx.now;
    return [
      {
        ...what,
        place: PLACE_WORDS[verdict.place],
        isFirst: verdict.place === "first",
        isLate,
        isBlind: definition.blind,
        flags,
      },
    ];
  });
}

function selectWaiting(ctx: Waiter, offset: number) {
  return ctx.db
    .select({
      id: submissions.id,
      title: microcredentials.title,
      round: submissions.round,
      submittedAt: submissions.submittedAt,
      promisedAt: portfolios.promisedAt,
      settled: submissions.settled,
      needsSecond: submissions.needsSecond,
      personId: portfolios.personId,
      versionId: portfolios.versionId,
    })
    .from(portfolios)
    .innerJoin(microcredentials, eq(microcredentials.id, portfolios.microcredentialId))
    .innerJoin(submissions, and(eq(submissions.portfolioId, portfolios.id), isNewest))
    .where(
      and(
        isAssessedBy(ctx),
        inArray(portfolios.status, [...AWAITING_STATUSES]),
        ne(portfolios.personId, ctx.actor.personId),
        not(isRecusedFrom(ctx)),
      ),
    )
    .orderBy(asc(portfolios.promisedAt), asc(submissions.id))
    .limit(MOST_WAITING)
    .offset(offset)
    .all();
}

function listDefinitions({ db }: Waiter, versionIds: readonly string[]) {
  const rows = db
    .select({ id: microcredentialVersions.id, definition: microcredentialVersions.definition })
    .from(microcredentialVersions)
    .where(inArray(microcredentialVersions.id, [...versionIds]))
    .all();
  return new Map(rows.map(({ id, definition }) => [id, definition]));
}
