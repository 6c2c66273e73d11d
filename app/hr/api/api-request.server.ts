import { and, eq, exists } from "drizzle-orm";
import type { z } from "zod";
import { grants } from "#drizzle/schema/grants";
import { organisations } from "#drizzle/schema/people";
import { apiTokens } from "#drizzle/schema/staff/hr-api";
import { type HrOrganisation, isLiveHr } from "~/hr/hr-scope.server";
import { getVisitorContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { Context } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { problem } from "~/platform/http/problem";
import { retryAfter, waitOf } from "~/platform/http/slow-down.server";
import { sha256 } from "~/platform/secrets/codes.server";
import { openSecretLink } from "~/platform/secrets/secret-link.server";
import { type ApiScope, stateOfToken } from "./api-token";
import { API_LIMIT, countUse } from "./token-use.server";

export type ApiToken = typeof apiTokens.$inferSelect;

/** Who asks the API: a district's token, and no person. */
export interface ApiContext extends Context {
  token: ApiToken;
  organisation: HrOrganisation;
  /** What every answer says of the limit. */
  headers: Record<string, string>;
}

/**
 * The context of a token, from the header alone: no cookie counts here, so no page of another site can ask in somebody's name.
 * @throws Response a problem: 401, 403, 406 or 429
 */
export function requireToken(request: Request, scope: ApiScope | null, type = "application/json"): ApiContext {
  const ctx = getVisitorContext(request);
  const given = /^Bearer +([\w-]{20,200})$/i.exec(request.headers.get("Authorization") ?? "")?.[1];
  if (given === undefined)
    throw unauthorised("Send a token as “Authorization: Bearer …”. HR makes one at /hr/api.", "");
  const opened = openSecretLink(ctx, () => findToken(ctx.db, sha256(given)));
  if (!opened.ok && opened.reason === "too-many-tries")
    throw problem(429, "Too many unknown tokens came from your network.", retryAfter(ctx, opened));
  if (!opened.ok) throw unauthorised("No such token.");
  const { token, organisation } = opened.value;
  const state = stateOfToken(token, ctx.now);
  if (state !== "works") throw unauthorised(`This token is ${state}. HR makes another at /hr/api.`);
  const headers = limited(ctx, token.id);
  if (scope !== null && !token.scopes.includes(scope)) throw outOfScope(scope, headers);
  if (!accepts(request, type)) throw problem(406, `This address answers with ${type} alone.`, headers);
  return { ...ctx, token, organisation, headers };
}

/** A token and whose it is; none of a district that has no HR any more, because nobody could take it away. */
function findToken(db: Reader, hash: string): { token: ApiToken; organisation: HrOrganisation } | null {
  const { id, code, name } = organisations;
  const hr = isLiveHr(apiTokens.organisationId);
  const found = db
    .select({ token: apiTokens, organisation: { id, code, name } })
    .from(apiTokens)
    .innerJoin(organisations, eq(organisations.id, apiTokens.organisationId))
    .where(and(eq(apiTokens.hash, hash), exists(db.select({ id: grants.id }).from(grants).where(hr))))
    .get();
  return found ?? null;
}

function limited(ctx: Context, tokenId: string): Record<string, string> {
  const { ok, left, resetAt } = countUse(ctx, tokenId);
  const seconds = Math.ceil(waitOf(ctx, { detail: { retryAt: resetAt } }) / 1_000);
  const headers = {
    "RateLimit-Policy": `"token";q=${API_LIMIT.free};w=60`,
    RateLimit: `"token";r=${left};t=${seconds}`,
  };
  if (ok) return headers;
  throw problem(429, `A token asks at most ${API_LIMIT.free} times a minute.`, {
    ...headers,
    ...retryAfter(ctx, { detail: { retryAt: resetAt } }),
  });
}

function unauthorised(detail: string, error = ', error="invalid_token"'): Response {
  return problem(401, detail, { "WWW-Authenticate": `Bearer realm="hourbook-hr"${error}` });
}

function outOfScope(scope: ApiScope, headers: Record<string, string>): Response {
  const challenge = `Bearer realm="hourbook-hr", error="insufficient_scope", scope="${scope}"`;
  return problem(403, `This token does not open ${scope}.`, { ...headers, "WWW-Authenticate": challenge });
}

/** Whether whoever asks takes this type; refusals by `q=0` count. */
function accepts(request: Request, type: string): boolean {
  const wanted = request.headers.get("Accept");
  if (!wanted) return true;
  const ranges = wanted.split(",").map((part) =>
    part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/),
  );
  const mine = ["*/*", `${type.split("/")[0]}/*`, type];
  return ranges.some(
    ([range = "", ...more]) => mine.includes(range) && !more.some((each) => /^q=0(\.0*)?$/.test(each)),
  );
}

/**
 * What an address asks for.
 * @throws Response 400 with what is wrong with it
 */
export function readQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  const asked = new URL(request.url).searchParams;
  const twice = [...asked.keys()].find((name) => asked.getAll(name).length > 1);
  if (twice !== undefined) throw problem(400, `“${twice.slice(0, 40)}” stands in the address twice.`);
  const parsed = schema.safeParse(Object.fromEntries(asked));
  if (parsed.success) return parsed.data;
  throw problem(400, parsed.error.issues.map(({ path, message }) => [...path, message].join(": ")).join("; "));
}

/**
 * Answers with JSON and its ETag; 304 where whoever asks has just that. What is given out is recorded as a reading by the
 * token (P5).
 */
export function answer(ctx: ApiContext, request: Request, body: unknown, personIds: readonly string[] = []): Response {
  const text = JSON.stringify(body);
  const etag = `"${sha256(text).slice(0, 32)}"`;
  const headers = { ...ctx.headers, ETag: etag, "Cache-Control": "private, no-cache" };
  if (isKnown(request, etag)) return new Response(null, { status: 304, headers });
  if (personIds.length > 0) recordApiReading(ctx, request, personIds);
  return new Response(text, { headers: { ...headers, "Content-Type": "application/json" } });
}

/** Notes that a token was given some people's records. */
export function recordApiReading(ctx: ApiContext, request: Request, personIds: readonly string[]): void {
  const { pathname, search } = new URL(request.url);
  recordReading(ctx, {
    action: "hr.api-read",
    subjectId: ctx.token.id,
    personIds,
    detail: { ...actorDetail(ctx), asked: `${pathname}${search}`.slice(0, 300) },
  });
}

/** What the audit log says of whoever acts, where that is a token. */
export const actorDetail = ({ token, organisation }: ApiContext) => ({
  organisationId: organisation.id,
  token: token.name,
  district: organisation.name,
});

/** Whether `If-None-Match` names an ETag. */
export function isKnown(request: Request, etag: string): boolean {
  const named = (request.headers.get("If-None-Match") ?? "").split(",").map((each) => each.trim().replace(/^W\//, ""));
  return named.includes("*") || named.includes(etag);
}
