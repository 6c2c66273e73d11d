import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { assessorScopes } from "#drizzle/schema/microcredentials/assessors";
import { microcredentials, microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import { providers } from "#drizzle/schema/providers";
import type { AssessorScope } from "~/microcredentials/assessors/assessor-scope.server";
import { ASSESSOR_STATES } from "~/microcredentials/assessors/assessor-state";
import { allInWords } from "~/microcredentials/assessors/assessor-words";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Reader } from "~/platform/database/database.server";
import { agreementByCriterion, agreementOf } from "./agreement";
import { countPieces, listPairs, pairsOf, type PracticePair } from "./practice-scores.server";

/** How far somebody agrees in practice, of what they are named for: all together, and by criterion with its micro-credential. */
export function findAgreement(db: Reader, scope: AssessorScope) {
  const pairs = pairsOf(listPairs(db, scope.personId), scope);
  return describe(pairs, readTitles(db, pairs));
}

function describe(pairs: readonly PracticePair[], titles: Titles) {
  const byCriterion = [...agreementByCriterion(pairs)].map(([key, agreement]) => ({
    ...(titles.get(key) ?? { criterion: "A criterion of an earlier version", microcredential: "" }),
    ...{ key, agreement },
  }));
  return { pieces: countPieces(pairs), all: agreementOf(pairs), byCriterion };
}

type Titles = ReadonlyMap<string, { criterion: string; microcredential: string }>;

/** What the criteria of some scores are called, by their key, in the newest version that has them; one statement. */
function readTitles(db: Reader, pairs: readonly PracticePair[]): Titles {
  const ids = [...new Set(pairs.map(({ microcredentialId }) => microcredentialId))];
  const rows = db
    .select({ title: microcredentials.title, definition: microcredentialVersions.definition })
    .from(microcredentialVersions)
    .innerJoin(microcredentials, eq(microcredentials.id, microcredentialVersions.microcredentialId))
    .where(inArray(microcredentials.id, ids))
    .orderBy(asc(microcredentialVersions.number))
    .all();
  return new Map(
    rows.flatMap(({ title, definition }) =>
      definition.criteria.map((each) => [each.key, { criterion: each.title, microcredential: title }] as const),
    ),
  );
}

/** What the actor is named for, how far they are, and how far they agree; the same statements for any number. */
export function listMyScopes(ctx: ScopedContext) {
  const pairs = listPairs(ctx.db, ctx.actor.personId);
  const titles = readTitles(ctx.db, pairs);
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
      ...{ id: scope.id, state: scope.state, isForAll: scope.microcredentialId === null },
      name: title ?? allInWords(provider),
      agreement: describe(pairsOf(pairs, scope), titles),
    }));
}
