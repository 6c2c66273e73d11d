import { and, asc, count, eq, inArray, ne, sql } from "drizzle-orm";
import { organisations } from "#drizzle/schema/people";
import { webhookDeliveries, webhooks } from "#drizzle/schema/staff/hr-api";
import { lastEventOf } from "~/hr/api/credit-events.server";
import type { CreditEventType } from "~/hr/api/credit-event";
import { listChangeHistory } from "~/people/history/change-history.server";
import type { ChangeWords } from "~/people/history/change-words";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { signingSecret } from "~/platform/env.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { faultOfUrl } from "~/platform/outgoing/post-outside.server";
import { open, seal } from "~/platform/secrets/sealed-box.server";
import { MOST_ENDPOINTS, type OffReason } from "./webhook";

export type Webhook = typeof webhooks.$inferSelect;

export interface EndpointInput {
  url: string;
  events: CreditEventType[];
}

export type EndpointRefusal = "url-taken" | "too-many" | "closed-url";

/** What cannot be done with endpoints, in words; of an address that is refused, why. */
export const ENDPOINT_REFUSALS: Record<EndpointRefusal, string> = {
  "url-taken": "That address is there already.",
  "too-many": `An organization has at most ${MOST_ENDPOINTS} endpoints.`,
  "closed-url": "Hourbook sends only to https addresses of the open Internet.",
};

const WORDS: ChangeWords = {
  actions: new Map([
    ["webhook.added", "Added"],
    ["webhook.changed", "Changed"],
    ["webhook.switched-on", "Switched on"],
    ["webhook.switched-off", "Switched off"],
    ["webhook.secret-renewed", "New secret"],
    ["webhook.tried", "Tried by hand"],
    ["webhook.sent-again", "A message sent again"],
  ]),
  fields: new Map([
    ["url", "address"],
    ["events", "told of"],
  ]),
};

const labelOf = (webhookId: string) => `webhook ${webhookId}`;

/** What an endpoint's messages are signed with. */
export const openSecret = ({ id, sealedSecret }: Webhook): string =>
  open(Buffer.from(sealedSecret, "base64"), signingSecret, labelOf(id));

const sealed = (webhookId: string, secret: string): string =>
  seal(secret, signingSecret, labelOf(webhookId)).toString("base64");

/**
 * Adds an endpoint to one of the actor's organisations; it is told of what happens from now on.
 * @throws Response 404 for anybody else's organisation
 */
export function addEndpoint(
  ctx: ScopedContext,
  { organisationId, url, events }: EndpointInput & { organisationId: string },
  secret: string,
): Outcome<{ id: string }, EndpointRefusal> {
  if (!ctx.scopeIds.includes(organisationId)) throw notFound();
  const theirs = eq(webhooks.organisationId, organisationId);
  return inTransaction(ctx.db, (tx) => {
    if (faultOfUrl(url) !== null) return refuse("closed-url");
    if (isTaken(tx, organisationId, url)) return refuse("url-taken");
    if (countOf(tx.select({ count: count() }).from(webhooks).where(theirs)) >= MOST_ENDPOINTS)
      return refuse("too-many");
    const id = newId();
    tx.insert(webhooks)
      .values({
        ...{ id, organisationId, url, events, sealedSecret: sealed(id, secret) },
        ...{ createdAt: ctx.now, createdBy: ctx.actor.personId, told: lastEventOf(tx, organisationId) },
      })
      .run();
    recordAudit(tx, ctx, { action: "webhook.added", subjectId: id, detail: { organisationId, url, events } });
    return ok({ id });
  });
}

/** An endpoint of one of the actor's organisations; null for any other. */
export function findEndpoint(db: Reader, ctx: ScopedContext, webhookId: string): Webhook | null {
  const mine = and(eq(webhooks.id, webhookId), inArray(webhooks.organisationId, ctx.scopeIds));
  return db.select().from(webhooks).where(mine).get() ?? null;
}

/**
 * The same, and what was done to it.
 * @throws Response 404 for any other
 */
export function getEndpoint(ctx: ScopedContext, webhookId: string) {
  const found = findEndpoint(ctx.db, ctx, webhookId);
  if (!found) throw notFound();
  const { sealedSecret: _sealed, told: _told, createdBy: _createdBy, ...endpoint } = found;
  return { endpoint, history: listChangeHistory(ctx.db, webhookId, WORDS) };
}

/** The endpoints of an organisation, oldest first, with how many messages wait; for whoever has the right to it. */
export const listEndpoints = (db: Reader, organisationId: string) =>
  db
    .select({
      id: webhooks.id,
      url: webhooks.url,
      events: webhooks.events,
      offAt: webhooks.offAt,
      offReason: webhooks.offReason,
      failingSince: webhooks.failingSince,
      // The column of a single table would stand here without it, and be the message's own.
      waiting: sql<number>`(select count(*) from ${webhookDeliveries} as sent
        where sent.webhook_id = hr_webhooks.id and sent.next_attempt_at is not null)`,
    })
    .from(webhooks)
    .where(eq(webhooks.organisationId, organisationId))
    .orderBy(asc(webhooks.id))
    .all();

export type EndpointRow = ReturnType<typeof listEndpoints>[number];

/** Changes where an endpoint is, and what it is told of. Messages that wait go to the new address. */
export function changeEndpoint(
  ctx: ScopedContext,
  webhookId: string,
  { url, events }: EndpointInput,
): Outcome<null, EndpointRefusal> {
  return changing(ctx, webhookId, (tx, before) => {
    if (faultOfUrl(url) !== null) return refuse("closed-url");
    if (isTaken(tx, before.organisationId, url, webhookId)) return refuse("url-taken");
    const changes = changesBetween<EndpointInput>({ url: before.url, events: before.events }, { url, events });
    if (Object.keys(changes).length === 0) return ok(null);
    tx.update(webhooks).set({ url, events }).where(eq(webhooks.id, webhookId)).run();
    recordAudit(tx, ctx, { action: "webhook.changed", subjectId: webhookId, detail: { changes } });
    return ok(null);
  });
}

/** Switches an endpoint on, which then hears of all that happened meanwhile, or off. */
export const switchEndpoint = (ctx: ScopedContext, webhookId: string, isOn: boolean): Outcome<null, never> =>
  changing(ctx, webhookId, (tx, before) => {
    if ((before.offAt === null) === isOn) return ok(null);
    const off = isOn ? { offAt: null, offReason: null } : { offAt: ctx.now, offReason: "by-hand" as OffReason };
    tx.update(webhooks)
      .set({ ...off, failingSince: null })
      .where(eq(webhooks.id, webhookId))
      .run();
    const action = isOn ? "webhook.switched-on" : "webhook.switched-off";
    recordAudit(tx, ctx, { action, subjectId: webhookId, detail: { url: before.url } });
    return ok(null);
  });

/** Gives an endpoint another secret at once; the old one signs nothing any more. */
export const renewSecret = (ctx: ScopedContext, webhookId: string, secret: string): Outcome<null, never> =>
  changing(ctx, webhookId, (tx) => {
    tx.update(webhooks)
      .set({ sealedSecret: sealed(webhookId, secret) })
      .where(eq(webhooks.id, webhookId))
      .run();
    recordAudit(tx, ctx, { action: "webhook.secret-renewed", subjectId: webhookId });
    return ok(null);
  });

/** Removes an endpoint with its log; the audit log keeps that it was there. */
export const removeEndpoint = (ctx: ScopedContext, webhookId: string): Outcome<null, never> =>
  changing(ctx, webhookId, (tx, { organisationId, url }) => {
    tx.delete(webhooks).where(eq(webhooks.id, webhookId)).run();
    recordAudit(tx, ctx, { action: "webhook.removed", subjectId: webhookId, detail: { organisationId, url } });
    return ok(null);
  });

/** @throws Response 404 for anybody else's endpoint */
export function changing<Value, Reason extends string>(
  ctx: ScopedContext,
  webhookId: string,
  change: (tx: Transaction, before: Webhook) => Outcome<Value, Reason>,
): Outcome<Value, Reason> {
  return inTransaction(ctx.db, (tx): Outcome<Value, Reason> => {
    const before = findEndpoint(tx, ctx, webhookId);
    if (!before) throw notFound();
    return change(tx, before);
  });
}

/** Whose an endpoint is, in words. */
export const nameOfOrganisation = (db: Reader, organisationId: string): string =>
  db.select({ name: organisations.name }).from(organisations).where(eq(organisations.id, organisationId)).get()?.name ??
  "";

function isTaken(tx: Transaction, organisationId: string, url: string, besides = ""): boolean {
  const same = and(eq(webhooks.organisationId, organisationId), eq(webhooks.url, url), ne(webhooks.id, besides));
  return tx.select({ id: webhooks.id }).from(webhooks).where(same).get() !== undefined;
}
