import { and, asc, eq, isNull, lte, min } from "drizzle-orm";
import { webhookDeliveries, webhooks } from "#drizzle/schema/staff/hr-api";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { displayNameOf } from "~/people/persons/name";
import { listHolders } from "~/people/roles/holders.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { plural } from "~/platform/format";
import { type OutsideAnswer, postOutside } from "~/platform/outgoing/post-outside.server";
import { signedHeaders } from "~/platform/outgoing/webhook-signature.server";
import { UnopenableBox } from "~/platform/secrets/sealed-box.server";
import { FAILING_DAYS, isToSwitchOff, nextAttemptAt } from "./webhook";
import { nameOfOrganisation, openSecret, type Webhook } from "./webhook.server";

type Delivery = typeof webhookDeliveries.$inferSelect;

/** Nobody else takes a message over for so long: far more than an attempt lasts. */
const LEASE_MS = 60_000;
/** So many are under way at once, one to each endpoint: one that lets us wait must not hold up the others. */
const AT_ONCE = 10;

/**
 * Sends what is due, each message to its endpoint. A message is claimed by moving its next attempt on, so that of many
 * processes one sends it. Returns how many were taken and how many not.
 */
export async function deliverMessages(
  ctx: Context,
  signal?: AbortSignal,
): Promise<{ delivered: number; failed: number }> {
  const due = listDue(ctx.db, ctx.now);
  const done = await Promise.all(due.map(async (each) => (signal?.aborted ? null : deliver(ctx, each, signal))));
  return {
    delivered: done.filter((each) => each === true).length,
    failed: done.filter((each) => each === false).length,
  };
}

/** Of each endpoint the message that waits longest: SQLite gives the row of the minimum. */
const listDue = (db: Reader, now: number) =>
  db
    .select({ delivery: webhookDeliveries, webhook: webhooks, since: min(webhookDeliveries.nextAttemptAt) })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .where(and(lte(webhookDeliveries.nextAttemptAt, now), isNull(webhooks.offAt)))
    .groupBy(webhookDeliveries.webhookId)
    .orderBy(asc(min(webhookDeliveries.nextAttemptAt)))
    .limit(AT_ONCE)
    .all();

/** Null where somebody else has it. */
async function deliver(
  ctx: Context,
  { delivery, webhook }: { delivery: Delivery; webhook: Webhook },
  signal?: AbortSignal,
): Promise<boolean | null> {
  const isMine = and(
    eq(webhookDeliveries.id, delivery.id),
    eq(webhookDeliveries.nextAttemptAt, delivery.nextAttemptAt ?? 0),
  );
  const leased = { nextAttemptAt: ctx.now + LEASE_MS };
  if (ctx.db.update(webhookDeliveries).set(leased).where(isMine).run().changes === 0) return null;
  const answer = await attempt(ctx, { delivery, webhook }, signal);
  // Whoever stops the process did not let it answer: the message waits for the next.
  if (signal?.aborted && answer.status === null) return null;
  return inTransaction(ctx.db, (tx) =>
    record(tx, ctx, { delivery, webhook, answer, leasedUntil: leased.nextAttemptAt }),
  );
}

async function attempt(
  ctx: Context,
  { delivery, webhook }: { delivery: Delivery; webhook: Webhook },
  signal?: AbortSignal,
): Promise<OutsideAnswer> {
  try {
    const { id, body } = delivery;
    const headers = signedHeaders(openSecret(webhook), { id, at: ctx.now, body });
    return await postOutside(webhook.url, { body, headers, signal });
  } catch (error) {
    if (error instanceof UnopenableBox)
      return { status: null, answer: "Its secret cannot be read any more. Give the endpoint a new one." };
    throw error;
  }
}

interface Attempted {
  delivery: Delivery;
  webhook: Webhook;
  answer: OutsideAnswer;
  leasedUntil: number;
}

/** What came of an attempt; null where the message was sent anew meanwhile, or its endpoint removed. */
function record(tx: Transaction, ctx: Context, { delivery, webhook, answer, leasedUntil }: Attempted): boolean | null {
  const { status } = answer;
  const taken = status !== null && status >= 200 && status < 300;
  const attempts = delivery.attempts + 1;
  const next = taken ? null : nextAttemptAt(attempts, ctx.now);
  const state = taken ? ("delivered" as const) : next === null ? ("failed" as const) : ("waiting" as const);
  const isMine = and(eq(webhookDeliveries.id, delivery.id), eq(webhookDeliveries.nextAttemptAt, leasedUntil));
  const set = { state, attempts, nextAttemptAt: next, lastAttemptAt: ctx.now, ...answer };
  if (tx.update(webhookDeliveries).set(set).where(isMine).run().changes === 0) return null;
  if (taken) tx.update(webhooks).set({ failingSince: null }).where(eq(webhooks.id, webhook.id)).run();
  else recordFailure(tx, ctx, webhook.id, answer);
  return taken;
}

/** An endpoint that has taken nothing for days is switched off, and HR is told. */
function recordFailure(tx: Transaction, ctx: Context, webhookId: string, { status, answer }: OutsideAnswer): void {
  const isThis = eq(webhooks.id, webhookId);
  const webhook = tx.select().from(webhooks).where(isThis).get();
  if (!webhook || webhook.offAt !== null) return;
  const failingSince = webhook.failingSince ?? ctx.now;
  if (!isToSwitchOff(failingSince, ctx.now)) {
    tx.update(webhooks).set({ failingSince }).where(isThis).run();
    return;
  }
  tx.update(webhooks).set({ failingSince, offAt: ctx.now, offReason: "failing" }).where(isThis).run();
  const { organisationId, url } = webhook;
  recordAudit(tx, ctx, { action: "webhook.switched-off", subjectId: webhookId, detail: { organisationId, url } });
  const organisationName = nameOfOrganisation(tx, organisationId);
  for (const staff of listHolders(tx, "hr", organisationId)) {
    enqueueMessage(tx, ctx, {
      kind: "webhook-switched-off",
      subjectId: webhookId,
      personId: staff.id,
      recipient: staff.email,
      occasion: String(ctx.now),
      payload: {
        personName: displayNameOf(staff),
        organisationName,
        address: withoutProtocol(url),
        failedFor: plural(FAILING_DAYS, "day"),
        answer: status === null ? answer : `Status ${status}`,
        endpointUrl: `${origin}/hr/api/endpoints/${webhookId}`,
      },
    });
  }
}

/** An address to read, not to open: it takes no visits. */
const withoutProtocol = (url: string): string => url.replace(/^https?:\/\//, "");
