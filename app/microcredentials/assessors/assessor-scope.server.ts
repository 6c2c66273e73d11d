import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { assessorScopeChanges, assessorScopes } from "#drizzle/schema/microcredentials/assessors";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import type { Microcredential } from "~/microcredentials/definitions/definition.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { type AssessorState, canFollow, PRACTISING_STATES } from "./assessor-state";

export type AssessorScope = typeof assessorScopes.$inferSelect;

/** Somebody with the role of an assessor, and for which providers: all that their queue needs to know of them. */
export interface Assessor {
  actor: Pick<ScopedContext["actor"], "personId">;
  scopeIds: string[];
}

/** Condition on `assessor_scopes`: it is for the row of `microcredentials`, or for all of its provider's. */
const isFor = and(
  eq(assessorScopes.providerId, microcredentials.providerId),
  or(isNull(assessorScopes.microcredentialId), eq(assessorScopes.microcredentialId, microcredentials.id)),
);

/** Condition on `microcredentials`: the actor has the role for its provider, and is admitted to judge it. */
export const isAssessedBy = (ctx: Assessor): SQL | undefined => isScoped(ctx, ["admitted"]);

/** Condition on `microcredentials`: the actor has the role for its provider, and may practise on what was handed in for it. */
export const isPractisedBy = (ctx: Assessor): SQL | undefined => isScoped(ctx, PRACTISING_STATES);

function isScoped(ctx: Assessor, states: readonly AssessorState[]): SQL | undefined {
  const mine = and(eq(assessorScopes.personId, ctx.actor.personId), inArray(assessorScopes.state, [...states]), isFor);
  return and(
    inArray(microcredentials.providerId, ctx.scopeIds),
    sql`exists (select 1 from ${assessorScopes} where ${mine})`,
  );
}

/** Whether the actor is admitted to judge a micro-credential. */
export function canAssess(db: Reader, ctx: Assessor, { id }: Pick<Microcredential, "id">): boolean {
  const mine = and(eq(microcredentials.id, id), isAssessedBy(ctx));
  return db.select({ id: microcredentials.id }).from(microcredentials).where(mine).get() !== undefined;
}

/** Whether the actor is admitted to judge anything, whether it is published or not. */
export function isAdmittedAnywhere({ db, actor, scopeIds }: ScopedContext): boolean {
  const mine = and(
    eq(assessorScopes.personId, actor.personId),
    eq(assessorScopes.state, "admitted"),
    inArray(assessorScopes.providerId, scopeIds),
  );
  return db.select({ id: assessorScopes.id }).from(assessorScopes).where(mine).get() !== undefined;
}

/**
 * Moves an assessor to another state, and appends the change.
 * @throws Error for a change that no rule allows
 */
export function moveScope(
  tx: Transaction,
  ctx: Context,
  { id, state }: Pick<AssessorScope, "id" | "state">,
  toState: AssessorState,
  reason: string | null = null,
): void {
  if (!canFollow(state, toState)) throw new Error(`An assessor does not go from ${state} to ${toState}.`);
  tx.update(assessorScopes).set({ state: toState, updatedAt: ctx.now }).where(eq(assessorScopes.id, id)).run();
  appendScopeChange(tx, ctx, { scopeId: id, fromState: state, toState, reason });
}

/** Appends what became of an assessor. */
export function appendScopeChange(
  tx: Transaction,
  ctx: Context,
  change: Pick<typeof assessorScopeChanges.$inferInsert, "scopeId" | "fromState" | "toState" | "reason">,
): void {
  tx.insert(assessorScopeChanges)
    .values({ ...change, id: newId(), at: ctx.now, actorId: ctx.actor?.personId ?? null })
    .run();
}
