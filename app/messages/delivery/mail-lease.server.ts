import { and, asc, desc, eq, inArray, isNull, lte, or, sql } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { kindsWith } from "~/messages/catalog/catalog";
import type { Database } from "~/platform/database/database.server";

export type OutboxRow = typeof outboxMessages.$inferSelect;

/** A message that a deliverer holds. */
export type LeasedRow = OutboxRow & { leasedBy: string };

/** Who holds messages, and for how long (ms) after it was last heard of. */
export interface Lease {
  deliverer: string;
  ms: number;
}

const BATCH = 50;

const urgent = sql`${outboxMessages.kind} in ${kindsWith(({ category }) => category === "account")}`;

/**
 * Claims messages that are due, those about accounts first: somebody sits before the page and waits for the link. The
 * conditional UPDATE gives each row to one deliverer, however many ask at once.
 */
export function leaseDueMessages(db: Database, lease: Lease, now: number): LeasedRow[] {
  const due = and(
    isNull(outboxMessages.digestDueAt),
    or(
      and(eq(outboxMessages.state, "queued"), lte(outboxMessages.nextAttemptAt, now)),
      and(eq(outboxMessages.state, "sending"), lte(outboxMessages.leaseUntil, now)),
    ),
  );
  const ids = db
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .where(due)
    .orderBy(desc(urgent), asc(outboxMessages.id))
    .limit(BATCH);
  return db
    .update(outboxMessages)
    .set({ state: "sending", leasedBy: lease.deliverer, leaseUntil: now + lease.ms })
    .where(and(inArray(outboxMessages.id, ids), due))
    .returning()
    .all()
    .map((row) => ({ ...row, leasedBy: lease.deliverer }));
}

/**
 * Gives up messages of at-most-once kinds whose deliverer vanished while it held them: nobody knows whether they left.
 * @returns how many
 */
export function giveUpUnknown(db: Database, now: number): number {
  return db
    .update(outboxMessages)
    .set({ state: "failed", leaseUntil: null, leasedBy: null, lastError: UNKNOWN_OUTCOME })
    .where(
      and(
        eq(outboxMessages.state, "sending"),
        lte(outboxMessages.leaseUntil, now),
        inArray(
          outboxMessages.kind,
          kindsWith(({ guarantee }) => guarantee === "at-most-once"),
        ),
      ),
    )
    .run().changes;
}

/** Says of a message that it may have arrived. */
export const UNKNOWN_OUTCOME =
  "Hourbook or the connection stopped while it was being sent. It may have arrived, so it is not sent again by itself.";

/** Statements that run for every message, prepared once for each connection. */
const prepared = new WeakMap<Database, ReturnType<typeof prepare>>();

function prepare(db: Database) {
  const mine = and(
    eq(outboxMessages.id, sql.placeholder("id")),
    eq(outboxMessages.state, "sending"),
    eq(outboxMessages.leasedBy, sql.placeholder("leasedBy")),
  );
  const held = db.select({ until: outboxMessages.leaseUntil }).from(outboxMessages).where(mine).prepare();
  const renew = db
    .update(outboxMessages)
    .set({ leaseUntil: sql`${sql.placeholder("until")}` })
    .where(mine)
    .prepare();
  const finishSent = db
    .update(outboxMessages)
    .set({
      state: "sent",
      sentAt: sql`${sql.placeholder("at")}`,
      payload: sql`${sql.placeholder("payload")}`,
      lastError: null,
      leaseUntil: null,
      leasedBy: null,
      attempts: sql`${outboxMessages.attempts} + 1`,
    })
    .where(mine)
    .prepare();
  return { held, renew, finishSent };
}

function statementsOf(db: Database) {
  const known = prepared.get(db) ?? prepare(db);
  prepared.set(db, known);
  return known;
}

/**
 * Whether the deliverer still holds the message, for half of a lease at least. Asked right before it is sent; what was claimed just now
 * is only looked up, since to renew it would wait for the disk once more for each message.
 */
export function holdsLease(db: Database, lease: Lease, { id }: OutboxRow, now: number): boolean {
  const { held, renew } = statementsOf(db);
  const mine = { id, leasedBy: lease.deliverer };
  if ((held.get(mine)?.until ?? 0) - now >= lease.ms / 2) return true;
  return renew.run({ ...mine, until: now + lease.ms }).changes === 1;
}

/** Records that the mail server took a message, if the deliverer still holds it. */
export function finishSent(db: Database, row: OutboxRow, at: number, payload: Record<string, unknown>): void {
  const values = { id: row.id, leasedBy: row.leasedBy, at, payload: JSON.stringify(payload) };
  statementsOf(db).finishSent.run(values);
}

/** Renews everything that a deliverer holds, so that a slow mail server never makes a second one send the same. */
export function renewAllLeases(db: Database, lease: Lease, now: number): void {
  db.update(outboxMessages)
    .set({ leaseUntil: now + lease.ms })
    .where(and(eq(outboxMessages.leasedBy, lease.deliverer), eq(outboxMessages.state, "sending")))
    .run();
}

/** Puts messages that were claimed and not begun back in line; `lastError` says what kept them, where something did. */
export function releaseMessages(db: Database, rows: readonly LeasedRow[], lastError?: string): void {
  for (const { id, leasedBy } of rows) {
    db.update(outboxMessages)
      .set({ state: "queued", leaseUntil: null, leasedBy: null, ...(lastError && { lastError }) })
      .where(and(eq(outboxMessages.id, id), eq(outboxMessages.leasedBy, leasedBy)))
      .run();
  }
}

/** Records what else became of a message, if the deliverer still holds it. */
export function finishMessage(db: Database, row: LeasedRow, values: Partial<OutboxRow>): void {
  db.update(outboxMessages)
    .set({ ...values, leaseUntil: null, leasedBy: null, attempts: row.attempts + 1 })
    .where(
      and(
        eq(outboxMessages.id, row.id),
        eq(outboxMessages.state, "sending"),
        eq(outboxMessages.leasedBy, row.leasedBy),
      ),
    )
    .run();
}
