import { and, asc, eq, inArray, isNull, lte, sql } from "drizzle-orm";
import { grants } from "#drizzle/schema/grants";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { promiseWarnings } from "#drizzle/schema/microcredentials/promises";
import { persons } from "#drizzle/schema/people";
import { getProvider } from "~/catalog/providers/provider.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { AWAITING_STATUSES } from "~/microcredentials/portfolios/portfolio-status";
import { displayNameOf } from "~/people/persons/name";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { plural } from "~/platform/format";
import { eachDue } from "~/platform/jobs/each-due.server";
import { isNewest } from "./open-submission.server";
import { promisedLines } from "./promised";
import { riskUntil } from "./undecided-list";

/**
 * Tells coordinators of portfolios that are not decided though their promise ends within five days: once for each submission, all
 * of a provider's together. Returns how many portfolios.
 */
export function warnOfPromises(ctx: Context): number {
  return eachDue(ctx, {
    kind: "promise-at-risk",
    list: (db, isTried, limit) =>
      selectUndecided(db)
        .where(and(isAtRisk(ctx.now), isTried(microcredentials.providerId)))
        .groupBy(microcredentials.providerId)
        .limit(limit)
        .all()
        .map(({ providerId }) => providerId),
    process: (providerId) =>
      inTransaction(ctx.db, (tx) => {
        const rows = selectUndecided(tx)
          .where(and(isAtRisk(ctx.now), eq(microcredentials.providerId, providerId)))
          .orderBy(asc(portfolios.promisedAt), asc(submissions.id))
          .all();
        const warned = rows.filter(({ id }) => claimWarning(tx, ctx, id));
        if (warned.length > 0) tellCoordinators(tx, ctx, providerId, warned);
        return warned.length;
      }),
  });
}

function selectUndecided(db: Reader) {
  return db
    .select({
      id: submissions.id,
      providerId: microcredentials.providerId,
      title: microcredentials.title,
      promisedAt: portfolios.promisedAt,
    })
    .from(submissions)
    .innerJoin(portfolios, eq(portfolios.id, submissions.portfolioId))
    .innerJoin(microcredentials, eq(microcredentials.id, portfolios.microcredentialId));
}

/** Not decided, its promise near its end or past it, and nobody told of it. */
function isAtRisk(now: number) {
  const warned = sql`exists (select 1 from ${promiseWarnings} where ${promiseWarnings.submissionId} = ${submissions.id})`;
  return and(
    inArray(portfolios.status, [...AWAITING_STATUSES]),
    lte(portfolios.promisedAt, riskUntil(now)),
    isNewest,
    sql`not ${warned}`,
  );
}

/** Whether it is this process that tells of the submission. */
function claimWarning(tx: Transaction, ctx: Context, submissionId: string): boolean {
  const row = { submissionId, warnedAt: ctx.now };
  return tx.insert(promiseWarnings).values(row).onConflictDoNothing().run().changes > 0;
}

function tellCoordinators(
  tx: Transaction,
  ctx: Context,
  providerId: string,
  rows: { id: string; title: string; promisedAt: number | null }[],
): void {
  const provider = getProvider(tx, providerId);
  const coordinators = tx
    .selectDistinct({ person: persons })
    .from(grants)
    .innerJoin(persons, eq(persons.id, grants.personId))
    .where(and(eq(grants.role, "coordinator"), eq(grants.providerId, providerId), isNull(grants.revokedAt)))
    .all();
  for (const { person } of coordinators)
    enqueueMessage(tx, ctx, {
      kind: "promise-at-risk",
      subjectId: providerId,
      personId: person.id,
      recipient: person.email,
      occasion: rows[0]?.id ?? "",
      payload: {
        personName: displayNameOf(person),
        providerName: provider.name,
        waiting: plural(rows.length, "portfolio"),
        items: promisedLines(rows, provider.timeZone),
        listUrl: `${origin}/coordinator/portfolios?risk=at-risk`,
      },
    });
}
