import { and, eq, lt } from "drizzle-orm";
import { apiTokens } from "#drizzle/schema/staff/hr-api";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { problem } from "~/platform/http/problem";
import { acknowledgementSchema } from "./api-schema";
import { actorDetail, type ApiContext } from "./api-request.server";
import { lastEventOf } from "./credit-events.server";

/**
 * The number of an event that an answer gave.
 * @throws Response 400 for one that was never given to this district: its copy may be newer than a restored database, and
 * what comes next would be missed without a word
 */
export function requireGiven(ctx: ApiContext, cursor: string): number {
  const number = Number(cursor);
  const last = lastEventOf(ctx.db, ctx.organisation.id);
  if (number <= last) return number;
  throw problem(
    400,
    `No answer has given the cursor ${cursor} yet; the last is ${last}. If Hourbook was restored from a backup, read again from 0.`,
    ctx.headers,
  );
}

/** From where a token reads on: what it asked for, or what it acknowledged. */
export const startOf = (ctx: ApiContext, since: string): number =>
  since === "acknowledged" ? ctx.token.acknowledged : requireGiven(ctx, since);

/**
 * Remembers up to which event a token's holder has taken everything over. Said again, or of an earlier event, it changes
 * nothing. Returns what is acknowledged now.
 */
export function acknowledge(ctx: ApiContext, cursor: string): number {
  const upTo = requireGiven(ctx, cursor);
  const { id } = ctx.token;
  return inTransaction(ctx.db, (tx) => {
    const isBehind = and(eq(apiTokens.id, id), lt(apiTokens.acknowledged, upTo));
    const moved = tx.update(apiTokens).set({ acknowledged: upTo, acknowledgedAt: ctx.now }).where(isBehind).run();
    if (moved.changes > 0)
      recordAudit(tx, ctx, { action: "hr-api.acknowledged", subjectId: id, detail: { ...actorDetail(ctx), upTo } });
    return findAcknowledged(tx, id);
  });
}

const findAcknowledged = (db: Reader, tokenId: string): number =>
  db.select({ upTo: apiTokens.acknowledged }).from(apiTokens).where(eq(apiTokens.id, tokenId)).get()?.upTo ?? 0;

/**
 * The cursor of a body.
 * @throws Response 400 or 415, as a problem
 */
export async function readAcknowledgement(request: Request, ctx: ApiContext): Promise<string> {
  if (!/^application\/json\b/i.test(request.headers.get("Content-Type") ?? ""))
    throw problem(415, "Send JSON, as application/json.", ctx.headers);
  const parsed = acknowledgementSchema.safeParse(await request.json().catch(() => null));
  if (parsed.success) return parsed.data.cursor;
  throw problem(400, 'Send {"cursor": "…"} with the cursor of an event, as text.', ctx.headers);
}
