import { sql } from "drizzle-orm";
import { check, index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import type { ApiScope } from "../../../app/hr/api/api-token";
import { CREDIT_EVENTS, type CreditEventType } from "../../../app/hr/api/credit-event";
import { DELIVERY_STATES, OFF_REASONS } from "../../../app/hr/webhooks/webhook";
import { id, instant, oneOf } from "../column";
import { credits } from "../credits";
import { organisations, persons } from "../people";

/**
 * What became of which credit for which district, in the order in which it became true; written by triggers
 * (drizzle/credit-events.ts) in the transaction that posts, corrects or changes a workplace. One transaction writes at a time
 * and numbers are never used twice, so nothing is ever committed behind a number that somebody has read.
 */
export const creditEvents = sqliteTable(
  "hr_credit_events",
  {
    sequence: integer("sequence").primaryKey({ autoIncrement: true }),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    /** The claim or award whose hours they are: the same in all versions. */
    subjectId: text("subject_id").notNull(),
    /** The version that the district sees from now on, or that it saw last. */
    creditId: text("credit_id")
      .notNull()
      .references(() => credits.id),
    type: text("type", { enum: CREDIT_EVENTS }).notNull(),
  },
  (t) => [
    oneOf("hr_credit_events_type", t.type, CREDIT_EVENTS),
    index("hr_credit_events_organisation").on(t.organisationId, t.sequence),
    index("hr_credit_events_subject").on(t.subjectId, t.organisationId, t.sequence),
    index("hr_credit_events_withdrawn")
      .on(t.organisationId, t.subjectId)
      .where(sql`${t.type} = 'withdrawn'`),
  ],
);

/** What opens the API to a district's payroll: only a digest of the token itself is kept. */
export const apiTokens = sqliteTable(
  "hr_api_tokens",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    name: text("name").notNull(),
    hash: text("hash").notNull().unique(),
    /** The last signs of the token, by which people tell one from another. */
    ending: text("ending").notNull(),
    scopes: text("scopes", { mode: "json" }).$type<ApiScope[]>().notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => persons.id),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    revokedBy: text("revoked_by").references(() => persons.id),
    lastUsedAt: instant("last_used_at"),
    /** The number of the last event that its holder said to have taken over; 0 for none. */
    acknowledged: integer("acknowledged").notNull().default(0),
    acknowledgedAt: instant("acknowledged_at"),
  },
  (t) => [
    check("hr_api_tokens_expiry", sql`${t.expiresAt} > ${t.createdAt}`),
    check("hr_api_tokens_revoked", sql`(${t.revokedAt} is null) = (${t.revokedBy} is null)`),
    uniqueIndex("hr_api_tokens_name")
      .on(t.organisationId, t.name)
      .where(sql`${t.revokedAt} is null`),
  ],
);

/** Where a district wants to be told that there is something to fetch. */
export const webhooks = sqliteTable(
  "hr_webhooks",
  {
    id: id(),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    url: text("url").notNull(),
    events: text("events", { mode: "json" }).$type<CreditEventType[]>().notNull(),
    /** What messages are signed with, sealed; base64. */
    sealedSecret: text("sealed_secret").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by")
      .notNull()
      .references(() => persons.id),
    /** Null while it is on. */
    offAt: instant("off_at"),
    offReason: text("off_reason", { enum: OFF_REASONS }),
    /** Nothing was taken since; null where the last message was. */
    failingSince: instant("failing_since"),
    /** The number of the last event that was told, or that was there when it was added. */
    told: integer("told").notNull(),
  },
  (t) => [
    oneOf("hr_webhooks_off_reason", t.offReason, OFF_REASONS),
    check("hr_webhooks_off", sql`(${t.offAt} is null) = (${t.offReason} is null)`),
    uniqueIndex("hr_webhooks_url").on(t.organisationId, t.url),
  ],
);

/** The outbox of webhooks, and its log. */
export const webhookDeliveries = sqliteTable(
  "hr_webhook_deliveries",
  {
    id: id(),
    webhookId: text("webhook_id")
      .notNull()
      .references(() => webhooks.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    /** The bytes that are signed and sent, the same at every attempt. */
    body: text("body").notNull(),
    state: text("state", { enum: DELIVERY_STATES }).notNull(),
    createdAt: instant("created_at").notNull(),
    attempts: integer("attempts").notNull().default(0),
    /** While it waits. */
    nextAttemptAt: instant("next_attempt_at"),
    lastAttemptAt: instant("last_attempt_at"),
    /** What came back to the last attempt: its status and first words, or what went wrong. */
    status: integer("status"),
    answer: text("answer"),
  },
  (t) => [
    oneOf("hr_webhook_deliveries_state", t.state, DELIVERY_STATES),
    check("hr_webhook_deliveries_waits", sql`(${t.nextAttemptAt} is null) = (${t.state} <> 'waiting')`),
    index("hr_webhook_deliveries_webhook").on(t.webhookId, t.createdAt),
    index("hr_webhook_deliveries_created").on(t.createdAt),
    index("hr_webhook_deliveries_due")
      .on(t.nextAttemptAt)
      .where(sql`${t.nextAttemptAt} is not null`),
  ],
);
