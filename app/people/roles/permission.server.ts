import { redirect } from "@remix-run/node";
import { and, eq, isNull } from "drizzle-orm";
import { accounts, persons } from "#drizzle/schema/people";
import { now } from "~/platform/time/clock.server";
import type { Actor, ActorContext, Context } from "~/platform/context";
import { getDatabase, type Reader } from "~/platform/database/database.server";
import { forbidden } from "~/platform/http/responses.server";
import { type Grant, listGrantsOf } from "./grant.server";
import { displayNameOf } from "~/people/persons/name";
import type { GrantRole } from "./role";
import { findSignedInAccount } from "~/people/accounts/sign-in-session.server";

/** A staff member's context, with the ids of what the role was granted for. */
export type ScopedContext = ActorContext & { scopeIds: string[] };

/** From where something is asked, and what time it is, whoever asks: no cookie is looked at. */
export const getVisitorContext = (request: Request): Context => ({
  db: getDatabase(),
  now: now(),
  actor: null,
  // Set by the server itself on every request; see server.ts.
  address: request.headers.get("X-Client-Address"),
  requestId: request.headers.get("X-Request-Id"),
});

/** Who asks, from where, and what time it is. The actor is null for visitors. */
export async function getContext(request: Request): Promise<Context> {
  const ctx = getVisitorContext(request);
  const accountId = await findSignedInAccount(ctx.db, request);
  return { ...ctx, actor: accountId ? findActor(ctx.db, accountId) : null };
}

/**
 * The context of somebody who is signed in.
 * @throws Response redirect to sign in, and back to this page afterwards
 */
export async function requireActor(request: Request): Promise<ActorContext> {
  const ctx = await getContext(request);
  if (ctx.actor) return { ...ctx, actor: ctx.actor };
  const { pathname, search } = new URL(request.url);
  throw redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`);
}

/** The context of somebody who is signed in. Everyone with an account is an educator. */
export const requireEducator = requireActor;

/**
 * The context of somebody who holds a role, for whatever scopes.
 * @throws Response redirect for visitors, 403 for others
 */
export const requireRole = async (request: Request, role: GrantRole): Promise<ScopedContext> =>
  scopeOf(await requireActor(request), role);

/**
 * The context with what the actor holds a role for now.
 * @throws Response 403 when they do not hold it
 */
export function scopeOf(ctx: ActorContext, role: GrantRole): ScopedContext {
  const scoped = findScope(ctx, role);
  if (!scoped) throw forbidden();
  return scoped;
}

/** The context with what the actor holds a role for now; null when they do not hold it. */
export function findScope(ctx: ActorContext, role: GrantRole): ScopedContext | null {
  const mine = listGrantsOf(ctx.db, ctx.actor.personId).filter((grant) => grant.role === role);
  return mine.length === 0 ? null : { ...ctx, scopeIds: mine.flatMap((grant) => grant.scopeId ?? []) };
}

/** The roles of whoever asks; none for visitors. */
export function listMyGrants(ctx: Context): Grant[] {
  return ctx.actor ? listGrantsOf(ctx.db, ctx.actor.personId) : [];
}

/** Whether the actor holds a role for a scope. */
export function hasGrant(ctx: Context, role: GrantRole, scopeId: string): boolean {
  return listMyGrants(ctx).some((grant) => grant.role === role && grant.scopeId === scopeId);
}

/** Who acts with an account; null when there is none any more. */
export function findActor(db: Reader, accountId: string): Actor | null {
  const row = db
    .select({ accountId: accounts.id, person: persons })
    .from(accounts)
    .innerJoin(persons, eq(persons.id, accounts.personId))
    // A browser that signed in while the account was being shut is as good as signed out.
    .where(and(eq(accounts.id, accountId), isNull(accounts.lockedAt), isNull(accounts.closedAt)))
    .get();
  return row ? { accountId: row.accountId, personId: row.person.id, name: displayNameOf(row.person) } : null;
}
