import { and, eq, exists, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { programAreas } from "#drizzle/schema/catalog";
import { hoursDecisions } from "#drizzle/schema/microcredentials/hours";
import { microcredentials, microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import { providers } from "#drizzle/schema/providers";
import { holdsParts } from "~/catalog/courses/found-words.server";
import { searchWordsOf } from "~/catalog/courses/search-words";
import type { Reader } from "~/platform/database/database.server";
import { byLetters } from "~/platform/database/letter-order.server";
import type { PublicFilters } from "./public-filters";

/** What people can work on now, as a card shows it. */
export type PublicRow = ReturnType<typeof listPublicMicrocredentials>[number];

const isActive = and(isNotNull(microcredentialVersions.publishedAt), isNull(microcredentialVersions.replacedAt));
const said = (path: string) => sql<string>`json_extract(${microcredentialVersions.definition}, ${path})`;
/** What the committee approved of clock hours for what is awarded now: by its newest decision (M2). */
const minutes = sql<number>`coalesce((select case ${hoursDecisions.decision} when 'approved' then ${hoursDecisions.minutes} end
  from ${hoursDecisions} where ${hoursDecisions.versionId} = ${microcredentialVersions.id}
  order by ${hoursDecisions.decidedAt} desc, ${hoursDecisions.id} desc limit 1), 0)`;
/** What names a micro-credential, folded as people type it; the same words as in the search for courses. */
const WORDS = sql`' ' || folded_once(${microcredentials.title}, ${said("$.competency")}, ${said("$.audience")},
  ${programAreas.name}, ${providers.name}, ${providers.shortName},
  (select group_concat(json_extract(value, '$.title'), '; ')
    from json_each(${microcredentialVersions.definition}, '$.criteria'))) || ' '`;

/** What people can work on now, by title: each word is found in what names it. */
export function listPublicMicrocredentials(db: Reader, filters: PublicFilters) {
  const words = searchWordsOf(filters.words);
  if (filters.words.trim() !== "" && words.length === 0) return [];
  return db
    .select({
      id: microcredentials.id,
      title: microcredentials.title,
      area: programAreas.name,
      provider: providers.shortName,
      competency: said("$.competency"),
      minutes,
      isStack: sql<number>`json_array_length(${microcredentialVersions.definition}, '$.stack') > 0`,
    })
    .from(microcredentials)
    .innerJoin(
      microcredentialVersions,
      and(eq(microcredentialVersions.microcredentialId, microcredentials.id), isActive),
    )
    .innerJoin(programAreas, eq(programAreas.code, microcredentials.programArea))
    .innerJoin(providers, eq(providers.id, microcredentials.providerId))
    .where(
      and(
        eq(microcredentials.state, "published"),
        words.length > 0 ? holdsParts(WORDS, words) : undefined,
        ...conditions(filters),
      ),
    )
    .orderBy(byLetters(microcredentials.title))
    .all();
}

function conditions({ area, provider, audience, hours }: PublicFilters): (SQL | undefined)[] {
  const audiences = sql`json_each(${microcredentialVersions.definition}, '$.audiences')`;
  return [
    area === null ? undefined : eq(microcredentials.programArea, area),
    provider === null ? undefined : eq(microcredentials.providerId, provider),
    audience === null ? undefined : sql`exists (select 1 from ${audiences} where value = ${audience})`,
    hours === null ? undefined : hours === "with" ? sql`${minutes} > 0` : sql`${minutes} = 0`,
  ];
}

/** Providers of published micro-credentials, by name: choices of a filter. */
export function listPublicProviders(db: Reader): { value: string; label: string }[] {
  const theirs = db
    .select({ id: microcredentials.id })
    .from(microcredentials)
    .where(and(eq(microcredentials.providerId, providers.id), eq(microcredentials.state, "published")));
  return db
    .select({ value: providers.id, label: providers.name })
    .from(providers)
    .where(exists(theirs))
    .orderBy(byLetters(providers.name))
    .all();
}
