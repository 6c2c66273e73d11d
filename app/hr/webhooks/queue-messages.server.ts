import { and, count, eq, gt, isNull, lt, lte, max, sql } from "drizzle-orm";
import { organisations } from "#drizzle/schema/people";
import { creditEvents, webhookDeliveries, webhooks } from "#drizzle/schema/staff/hr-api";
import { CREDIT_EVENTS } from "~/hr/api/credit-event";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { LOG_KEPT_MS } from "./webhook";
import { bodyOf, messageTypeOf, PING, pingBody } from "./webhook-message";
import { changing, type Webhook } from "./webhook.server";

/**
 * Writes into the outbox of webhooks what happened since each endpoint was told last: one message for each kind of event. An
 * endpoint that is off falls behind, and hears of it once it is on again. Returns how many messages were written.
 */
export function queueMessages(ctx: Context): number {
  return listBehind(ctx.db).reduce((sum, webhookId) => sum + queueFor(ctx, webhookId), 0);
}

const upTo = sql`(select max(${creditEvents.sequence}) from ${creditEvents}
  where ${creditEvents.organisationId} = ${webhooks.organisationId})`;

const listBehind = (db: Reader): string[] =>
  db
    .select({ id: webhooks.id })
    .from(webhooks)
    .where(and(isNull(webhooks.offAt), lt(webhooks.told, upTo)))
    .all()
    .map(({ id }) => id);

function queueFor(ctx: Context, webhookId: string): number {
  return inTransaction(ctx.db, (tx) => {
    const found = tx
      .select({ webhook: webhooks, code: organisations.code })
      .from(webhooks)
      .innerJoin(organisations, eq(organisations.id, webhooks.organisationId))
      .where(and(eq(webhooks.id, webhookId), isNull(webhooks.offAt)))
      .get();
    if (!found) return 0;
    const { webhook, code } = found;
    const happened = countEvents(tx, webhook);
    const last = Math.max(webhook.told, ...happened.map((each) => each.upTo));
    tx.update(webhooks).set({ told: last }).where(eq(webhooks.id, webhookId)).run();
    const wanted = CREDIT_EVENTS.filter((type) => webhook.events.includes(type));
    const messages = wanted.flatMap((type) => happened.find((each) => each.type === type) ?? []);
    for (const each of messages) {
      const body = bodyOf({ ...each, districtCode: code, since: webhook.told }, ctx.now);
      insertMessage(tx, ctx, webhookId, { type: messageTypeOf(each.type), body });
    }
    return messages.length;
  });
}

const countEvents = (tx: Transaction, { organisationId, told }: Webhook) =>
  tx
    .select({ type: creditEvents.type, count: count(), last: max(creditEvents.sequence) })
    .from(creditEvents)
    .where(and(eq(creditEvents.organisationId, organisationId), gt(creditEvents.sequence, told)))
    .groupBy(creditEvents.type)
    .all()
    .map(({ last, ...each }) => ({ ...each, upTo: last ?? told }));

function insertMessage(
  tx: Transaction,
  ctx: Context,
  webhookId: string,
  { type, body }: { type: string; body: string },
): string {
  const id = newId();
  tx.insert(webhookDeliveries)
    .values({ id, webhookId, type, body, state: "waiting", createdAt: ctx.now, nextAttemptAt: ctx.now })
    .run();
  return id;
}

/** Sends a message that says nothing, to see whether an endpoint takes it. Refused while it is off. */
export const pingEndpoint = (ctx: ScopedContext, webhookId: string): Outcome<string, "off"> =>
  changing(ctx, webhookId, (tx, webhook) => {
    if (webhook.offAt !== null) return refuse("off");
    const found = tx.select().from(organisations).where(eq(organisations.id, webhook.organisationId)).get();
    const body = pingBody(found?.code ?? null, ctx.now);
    const id = insertMessage(tx, ctx, webhookId, { type: PING, body });
    recordAudit(tx, ctx, { action: "webhook.tried", subjectId: webhookId, detail: { messageId: id } });
    return ok(id);
  });

/** Sends a message of the log once more, with all its attempts: the same message under the same id, so that a receiver knows it. */
export const sendAgain = (
  ctx: ScopedContext,
  webhookId: string,
  deliveryId: string,
): Outcome<null, "off" | "unknown-message"> =>
  changing(ctx, webhookId, (tx, webhook) => {
    if (webhook.offAt !== null) return refuse("off");
    const again = and(eq(webhookDeliveries.id, deliveryId), eq(webhookDeliveries.webhookId, webhookId));
    const waiting = { state: "waiting", attempts: 0, nextAttemptAt: ctx.now } as const;
    if (tx.update(webhookDeliveries).set(waiting).where(again).run().changes === 0) return refuse("unknown-message");
    recordAudit(tx, ctx, { action: "webhook.sent-again", subjectId: webhookId, detail: { messageId: deliveryId } });
    return ok(null);
  });

export const MESSAGE_REFUSALS: Record<"off" | "unknown-message", string> = {
  off: "The endpoint is off. Switch it on first.",
  "unknown-message": "That message is not in the log any more.",
};

/** Forgets messages whose time in the log is over. Returns how many. */
export const forgetOldMessages = (ctx: Context): number =>
  ctx.db
    .delete(webhookDeliveries)
    .where(and(lte(webhookDeliveries.createdAt, ctx.now - LOG_KEPT_MS), isNull(webhookDeliveries.nextAttemptAt)))
    .run().changes;
