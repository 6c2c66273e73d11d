import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { microcredentials, microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Reader } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { notFound } from "~/platform/http/responses.server";

export type Microcredential = typeof microcredentials.$inferSelect;
export type Version = typeof microcredentialVersions.$inferSelect;

/** A micro-credential of a provider that the actor coordinates; null for any other. */
export function findScopedMicrocredential(db: Reader, ctx: ScopedContext, id: string): Microcredential | null {
  const mine = and(eq(microcredentials.id, id), inArray(microcredentials.providerId, ctx.scopeIds));
  return db.select().from(microcredentials).where(mine).get() ?? null;
}

/**
 * A micro-credential of a provider that the actor coordinates, with its versions, newest first.
 * @throws Response 404 for any other
 */
export function getScopedMicrocredential(ctx: ScopedContext, id: string) {
  const found = findScopedMicrocredential(ctx.db, ctx, id);
  if (!found) throw notFound();
  const versions = listVersions(ctx.db, id);
  const draft = versions.find(({ publishedAt }) => publishedAt === null) ?? null;
  const active = versions.find(isActive) ?? null;
  return { microcredential: found, versions, draft, active };
}

/** Versions of a micro-credential, newest first. */
export function listVersions(db: Reader, microcredentialId: string): Version[] {
  return db
    .select()
    .from(microcredentialVersions)
    .where(eq(microcredentialVersions.microcredentialId, microcredentialId))
    .orderBy(desc(microcredentialVersions.number))
    .all();
}

const isActive = ({ publishedAt, replacedAt }: Version): boolean => publishedAt !== null && replacedAt === null;

/** The version with which people begin now; null while there is none. */
export function findActiveVersion(db: Reader, microcredentialId: string): Version | null {
  const active = and(
    eq(microcredentialVersions.microcredentialId, microcredentialId),
    isNotNull(microcredentialVersions.publishedAt),
    isNull(microcredentialVersions.replacedAt),
  );
  return db.select().from(microcredentialVersions).where(active).get() ?? null;
}

/** The version that is being written; null while there is none. */
export function findDraftVersion(db: Reader, microcredentialId: string): Version | null {
  const draft = and(
    eq(microcredentialVersions.microcredentialId, microcredentialId),
    isNull(microcredentialVersions.publishedAt),
  );
  return db.select().from(microcredentialVersions).where(draft).get() ?? null;
}

/**
 * A version that a row of ours names.
 * @throws Error when there is none
 */
export function getVersion(db: Reader, versionId: string): Version {
  const query = db.select().from(microcredentialVersions).where(eq(microcredentialVersions.id, versionId));
  return rowOf(query, `version ${versionId}`);
}

/**
 * A micro-credential that a row of ours names.
 * @throws Error when there is none
 */
export function getMicrocredential(db: Reader, id: string): Microcredential {
  return rowOf(db.select().from(microcredentials).where(eq(microcredentials.id, id)), `micro-credential ${id}`);
}

/** The parts of every published stack, by its id. */
export function listStackParts(db: Reader): Map<string, string[]> {
  const active = and(isNotNull(microcredentialVersions.publishedAt), isNull(microcredentialVersions.replacedAt));
  const rows = db.select().from(microcredentialVersions).where(active).all();
  return new Map(
    rows
      .filter(({ definition }) => definition.stack.length > 0)
      .map(({ microcredentialId, definition }) => [microcredentialId, definition.stack]),
  );
}

/** Condition on `microcredentials`: it is judged; a stack is not, it is awarded for its parts. */
export const isJudged = sql`not exists (select 1 from ${microcredentialVersions}
  where ${microcredentialVersions.microcredentialId} = ${microcredentials.id}
    and ${microcredentialVersions.publishedAt} is not null and ${microcredentialVersions.replacedAt} is null
    and json_array_length(${microcredentialVersions.definition}, '$.stack') > 0)`;

/** Published micro-credentials that others can build on, by title: choices of a form. */
export function listPublishedOptions(db: Reader, providerIds: readonly string[], without?: string) {
  const theirs = and(inArray(microcredentials.providerId, [...providerIds]), eq(microcredentials.state, "published"));
  return db
    .select({ value: microcredentials.id, label: microcredentials.title })
    .from(microcredentials)
    .where(theirs)
    .orderBy(microcredentials.title)
    .all()
    .filter(({ value }) => value !== without);
}
