import { and, asc, count, eq, inArray, lt, lte, type SQL, sql } from "drizzle-orm";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { assessments, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { secondRequests } from "#drizzle/schema/microcredentials/promises";
import { providers } from "#drizzle/schema/providers";
import { AWAITING_STATUSES } from "~/microcredentials/portfolios/portfolio-status";
import type { ScopedContext } from "~/people/roles/permission.server";
import { countOf } from "~/platform/database/rows.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { formatDate, plural } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { isNewest } from "./open-submission.server";
import { riskOf, riskUntil, UNDECIDED_LIST } from "./undecided-list";

export type UndecidedRow = ReturnType<ReturnType<typeof describeAt>>;

const ofThis = eq(assessments.submissionId, submissions.id);
const readings = (where: SQL) => sql<number>`(select count(*) from ${assessments} where ${ofThis} and ${where})`;
const held = readings(sql`${assessments.releasedAt} is null and ${assessments.scoredAt} is null`);
const scored = readings(sql`${assessments.scoredAt} is not null`);

/** Portfolios of the actor's providers that wait for a decision, the promise that ends first on top. */
export function undecidedSource(ctx: ScopedContext): ListSource<UndecidedRow> {
  return {
    shape: UNDECIDED_LIST,
    tie: submissions.id,
    order: {
      title: [lettersOf(microcredentials.title)],
      submitted: [submissions.submittedAt],
      promised: [portfolios.promisedAt],
    },
    where: {
      microcredential: (id) => eq(microcredentials.id, id),
      risk: (risk) =>
        risk === "late" ? lt(portfolios.promisedAt, ctx.now) : lte(portfolios.promisedAt, riskUntil(ctx.now)),
      holder: (holder) => (holder === "nobody" ? sql`${held} = 0` : sql`${held} > 0`),
    },
    ...rowsOf(ctx.db, (where) => selectUndecided(ctx, where), { describe: (rows) => rows.map(describeAt(ctx.now)) }),
    cells: {
      title: (row) => row.title,
      submitted: (row) => formatDate(row.submittedAt, row.timeZone),
      promised: (row) => (row.promisedAt === null ? null : formatDate(row.promisedAt, row.timeZone)),
      reading: (row) => row.reading,
      second: (row) => (row.isAsked ? "Asked for" : null),
    },
  };
}

function selectUndecided(ctx: ScopedContext, where: SQL | undefined) {
  const { shortName: provider, timeZone } = providers;
  return ctx.db
    .select({
      id: submissions.id,
      title: microcredentials.title,
      round: submissions.round,
      submittedAt: submissions.submittedAt,
      promisedAt: portfolios.promisedAt,
      ...{ provider, timeZone, held, scored },
      askedReason: secondRequests.reason,
    })
    .from(submissions)
    .innerJoin(portfolios, eq(portfolios.id, submissions.portfolioId))
    .innerJoin(microcredentials, eq(microcredentials.id, portfolios.microcredentialId))
    .innerJoin(providers, eq(providers.id, microcredentials.providerId))
    .leftJoin(secondRequests, eq(secondRequests.submissionId, submissions.id))
    .where(
      and(
        inArray(microcredentials.providerId, ctx.scopeIds),
        inArray(portfolios.status, [...AWAITING_STATUSES]),
        isNewest,
        where,
      ),
    );
}

const describeAt =
  (now: number) =>
  ({
    held: holders,
    scored: done,
    askedReason,
    ...row
  }: ReturnType<ReturnType<typeof selectUndecided>["all"]>[number]) => ({
    ...row,
    risk: riskOf(row.promisedAt, now),
    isAsked: askedReason !== null,
    askedReason,
    /** Whether somebody has scored: then a wish for a second reading stands. */
    isScored: done > 0,
    reading: [
      holders > 0 ? "Somebody reads it" : "Nobody has it",
      ...(done > 0 ? [`${plural(done, "reading")} done`] : []),
    ].join(", "),
  });

/** How many promises of the actor's providers are at risk or broken. */
export function countAtRisk(ctx: ScopedContext): number {
  return countOf(
    ctx.db
      .select({ count: count() })
      .from(portfolios)
      .innerJoin(microcredentials, eq(microcredentials.id, portfolios.microcredentialId))
      .where(
        and(
          inArray(microcredentials.providerId, ctx.scopeIds),
          inArray(portfolios.status, [...AWAITING_STATUSES]),
          lte(portfolios.promisedAt, riskUntil(ctx.now)),
        ),
      ),
  );
}

/** What the filter of such lists offers: micro-credentials of the actor's providers, by title. */
export function listScopedTitles(ctx: ScopedContext): { value: string; label: string }[] {
  return ctx.db
    .select({ value: microcredentials.id, label: microcredentials.title })
    .from(microcredentials)
    .where(inArray(microcredentials.providerId, ctx.scopeIds))
    .orderBy(asc(lettersOf(microcredentials.title)))
    .all();
}
