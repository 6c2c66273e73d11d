import { and, eq, inArray, or, isNull, type SQL, sql } from "drizzle-orm";
import { practicePieces, practiceReadings, assessorScopes } from "#drizzle/schema/microcredentials/assessors";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { assessments, portfolios, submissions } from "#drizzle/schema/microcredentials/portfolios";
import { persons } from "#drizzle/schema/people";
import { providers } from "#drizzle/schema/providers";
import { staffNameOf } from "~/people/persons/name";
import { isNamedBy, NAMED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { formatDate } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { ASSESSOR_LIST } from "./assessor-list";
import { ASSESSOR_STATE_LABELS } from "./assessor-state";
import { allInWords } from "./assessor-words";

export type AssessorRow = ReturnType<typeof describe>;

/** Who assesses what for the actor's providers: a row for each micro-credential, or for all of a provider's. */
export function assessorSource(ctx: ScopedContext): ListSource<AssessorRow> {
  return {
    shape: ASSESSOR_LIST,
    tie: assessorScopes.id,
    order: {
      name: [persons.sortName],
      scope: [lettersOf(microcredentials.title)],
      state: [assessorScopes.state],
      practised: [sql`practised`],
      scored: [sql`scored`],
      since: [assessorScopes.updatedAt],
    },
    where: {
      q: (typed) => isNamedBy(assessorScopes.personId, typed, ["names"]),
      microcredential: (id) => eq(assessorScopes.microcredentialId, id),
      state: (state) => sql`${assessorScopes.state} = ${state}`,
    },
    ...rowsOf(ctx.db, (where) => selectScopes(ctx, where), { describe: (rows) => rows.map(describe) }),
    cells: {
      name: (row) => row.name,
      scope: (row) => row.scope,
      state: (row) => ASSESSOR_STATE_LABELS[row.state],
      practised: (row) => row.practised,
      scored: (row) => row.scored,
      since: (row) => formatDate(row.updatedAt, row.timeZone),
    },
  };
}

/** Condition on `portfolios`: of what the assessor is named for. */
const isOfScope = and(
  eq(portfolios.microcredentialId, sql`judged.id`),
  sql`judged.provider_id = ${assessorScopes.providerId}`,
  or(isNull(assessorScopes.microcredentialId), sql`judged.id = ${assessorScopes.microcredentialId}`),
);

function selectScopes(ctx: ScopedContext, where: SQL | undefined) {
  const handedIn = sql`from ${practiceReadings} join ${practicePieces} on ${practicePieces.id} = ${practiceReadings.pieceId}
    join ${submissions} on ${submissions.id} = ${practicePieces.submissionId}`;
  const read = sql`from ${assessments} join ${submissions} on ${submissions.id} = ${assessments.submissionId}`;
  const counted = (rows: SQL, mine: SQL | undefined) => sql<number>`(select count(*) ${rows}
    join ${portfolios} on ${portfolios.id} = ${submissions.portfolioId} join ${microcredentials} judged on ${and(isOfScope, mine)})`;
  return ctx.db
    .select({
      id: assessorScopes.id,
      personId: persons.id,
      person: NAMED,
      title: microcredentials.title,
      provider: providers.shortName,
      timeZone: providers.timeZone,
      state: assessorScopes.state,
      updatedAt: assessorScopes.updatedAt,
      practised: counted(handedIn, eq(practiceReadings.personId, assessorScopes.personId)).as("practised"),
      scored: counted(
        read,
        and(eq(assessments.assessorId, assessorScopes.personId), sql`${assessments.scoredAt} is not null`),
      ).as("scored"),
    })
    .from(assessorScopes)
    .innerJoin(persons, eq(persons.id, assessorScopes.personId))
    .innerJoin(providers, eq(providers.id, assessorScopes.providerId))
    .leftJoin(microcredentials, eq(microcredentials.id, assessorScopes.microcredentialId))
    .where(and(inArray(assessorScopes.providerId, ctx.scopeIds), where));
}

function describe({ person, title, provider, ...row }: ReturnType<ReturnType<typeof selectScopes>["all"]>[number]) {
  return { ...row, name: staffNameOf(person), scope: title ?? allInWords(provider) };
}
