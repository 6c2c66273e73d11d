import { and, eq, inArray, isNull } from "drizzle-orm";
import { assessorScopes } from "#drizzle/schema/microcredentials/assessors";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { providers } from "#drizzle/schema/providers";
import type { AssessorScope } from "~/microcredentials/assessors/assessor-scope.server";
import { ASSESSOR_STATES } from "~/microcredentials/assessors/assessor-state";
import { allInWords } from "~/microcredentials/assessors/assessor-words";
import { listVersions } from "~/microcredentials/definitions/definition.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Reader } from "~/platform/database/database.server";
import { agreementByCriterion, agreementOf } from "./agreement";
import { countPractised, listPairs } from "./practice-scores.server";

/** How far somebody agrees in practice: all together, and by criterion with its micro-credential. */
export function findAgreement(db: Reader, scope: AssessorScope) {
  const pairs = listPairs(db, scope);
  const titles = titlesOf(db, [...new Set(pairs.map(({ microcredentialId }) => microcredentialId))]);
  const byCriterion = [...agreementByCriterion(pairs)].map(([key, agreement]) => {
    const { criterion, microcredential } = titles.get(key) ?? {
      criterion: "A criterion of an earlier version",
      microcredential: "",
    };
    return { key, criterion, microcredential, agreement };
  });
  return { pieces: countPractised(db, scope), all: agreementOf(pairs), byCriterion };
}

/** What criteria are called, by their key, in the newest version that has them. */
function titlesOf(db: Reader, microcredentialIds: readonly string[]) {
  const rows = db
    .select({ id: microcredentials.id, title: microcredentials.title })
    .from(microcredentials)
    .where(inArray(microcredentials.id, [...microcredentialIds]))
    .all();
  const entries = rows.flatMap(({ id, title }) =>
    listVersions(db, id)
      .toReversed()
      .flatMap(({ definition }) => definition.criteria)
      .map((each) => [each.key, { criterion: each.title, microcredential: title }] as const),
  );
  return new Map(entries);
}

/** What the actor is named for, how far they are, and how far they agree. */
export function listMyScopes(ctx: ScopedContext) {
  const live = ASSESSOR_STATES.filter((state) => state !== "stopped");
  return ctx.db
    .select({ scope: assessorScopes, title: microcredentials.title, provider: providers.shortName })
    .from(assessorScopes)
    .innerJoin(providers, eq(providers.id, assessorScopes.providerId))
    .leftJoin(microcredentials, eq(microcredentials.id, assessorScopes.microcredentialId))
    .where(
      and(
        eq(assessorScopes.personId, ctx.actor.personId),
        inArray(assessorScopes.providerId, ctx.scopeIds),
        inArray(assessorScopes.state, live),
      ),
    )
    .orderBy(isNull(assessorScopes.microcredentialId), microcredentials.title)
    .all()
    .map(({ scope, title, provider }) => ({
      ...{ id: scope.id, state: scope.state },
      name: title ?? allInWords(provider),
      agreement: findAgreement(ctx.db, scope),
    }));
}
