import { and, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import { grants } from "#drizzle/schema/grants";
import { persons } from "#drizzle/schema/people";
import { apiTokens, creditEvents } from "#drizzle/schema/staff/hr-api";
import { displayNameOf } from "~/people/persons/name";
import { isLiveHr } from "~/hr/hr-scope.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { sha256 } from "~/platform/secrets/codes.server";
import { type ApiScope, endsSoon, MOST_TOKENS, stateOfToken, TOKEN_PREFIX } from "./api-token";

const DAY = 86_400_000;

export interface TokenInput {
  organisationId: string;
  name: string;
  scopes: ApiScope[];
  /** How long it works, days. */
  days: number;
}

/**
 * Makes a token for one of the actor's organisations. Of the token itself only a digest is kept.
 * @throws Response 404 for anybody else's organisation
 */
export function makeToken(
  ctx: ScopedContext,
  input: TokenInput,
  token: string,
): Outcome<{ id: string }, "name-taken" | "too-many"> {
  const { organisationId, name, scopes, days } = input;
  if (!ctx.scopeIds.includes(organisationId)) throw notFound();
  return inTransaction(ctx.db, (tx) => {
    const theirs = and(eq(apiTokens.organisationId, organisationId), isNull(apiTokens.revokedAt));
    const live = tx.select().from(apiTokens).where(theirs).all();
    if (live.some((each) => each.name.toLowerCase() === name.toLowerCase())) return refuse("name-taken");
    if (live.filter((each) => stateOfToken(each, ctx.now) === "works").length >= MOST_TOKENS) return refuse("too-many");
    const id = newId();
    const expiresAt = ctx.now + days * DAY;
    tx.insert(apiTokens)
      .values({
        ...{ id, organisationId, name, scopes, expiresAt, hash: sha256(token), ending: token.slice(-4) },
        ...{ createdAt: ctx.now, createdBy: ctx.actor.personId },
      })
      .run();
    const detail = { organisationId, name, scopes, days };
    recordAudit(tx, ctx, { action: "hr-api.token-made", subjectId: id, detail });
    return ok({ id });
  });
}

/** A token of some random bytes. */
export const tokenOf = (bytes: Buffer): string => TOKEN_PREFIX + bytes.toString("base64url");

/** Ends a token of one of the actor's organisations at once; it stays on the list. */
export function revokeToken(ctx: ScopedContext, tokenId: string): Outcome<string, "unknown-token" | "revoked"> {
  return inTransaction(ctx.db, (tx) => {
    const mine = and(eq(apiTokens.id, tokenId), inArray(apiTokens.organisationId, ctx.scopeIds));
    const token = tx.select().from(apiTokens).where(mine).get();
    if (!token) return refuse("unknown-token");
    if (token.revokedAt !== null) return refuse("revoked");
    tx.update(apiTokens).set({ revokedAt: ctx.now, revokedBy: ctx.actor.personId }).where(mine).run();
    const { organisationId, name } = token;
    recordAudit(tx, ctx, { action: "hr-api.token-revoked", subjectId: tokenId, detail: { organisationId, name } });
    return ok(name);
  });
}

/** What cannot be done with tokens, in words. */
export const TOKEN_REFUSALS: Record<"name-taken" | "too-many" | "unknown-token" | "revoked", string> = {
  "name-taken": "A token of that name is there already. Revoke it first, or choose another name.",
  "too-many": `At most ${MOST_TOKENS} tokens work at once. Revoke one that is not used.`,
  "unknown-token": "That token is not there any more.",
  revoked: "That token was revoked already.",
};

/** The tokens of one organisation, newest first: who made them and whether they still work there, and how far each acknowledged. */
export function listTokens(ctx: ScopedContext, organisationId: string) {
  const isHere = sql<number>`exists ${liveGrant(ctx.db, organisationId)}`;
  // Counted to a hundred: more is "more than 99".
  const behind = sql<number>`(select count(*) from (select 1 from ${creditEvents}
    where ${creditEvents.organisationId} = ${apiTokens.organisationId}
    and ${gt(creditEvents.sequence, apiTokens.acknowledged)} limit 100))`;
  return ctx.db
    .select({ token: apiTokens, maker: persons, isHere, behind })
    .from(apiTokens)
    .innerJoin(persons, eq(persons.id, apiTokens.createdBy))
    .where(eq(apiTokens.organisationId, organisationId))
    .orderBy(desc(apiTokens.id))
    .all()
    .map((row) => {
      const { hash: _hash, createdBy: _createdBy, revokedBy: _revokedBy, ...token } = row.token;
      return {
        ...token,
        state: stateOfToken(token, ctx.now),
        isEnding: endsSoon(token, ctx.now),
        madeBy: displayNameOf(row.maker),
        hasMakerLeft: !row.isHere,
        behind: row.behind,
      };
    });
}

export type TokenRow = ReturnType<typeof listTokens>[number];

const liveGrant = (db: Reader, organisationId: string) =>
  db
    .select({ one: sql`1` })
    .from(grants)
    .where(and(eq(grants.personId, persons.id), isLiveHr(organisationId)));
