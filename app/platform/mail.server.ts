import { and, asc, eq, inArray, isNull, lte, or } from "drizzle-orm";
import nodemailer from "nodemailer";
import { outboxMessages } from "#drizzle/schema/platform";
import type { Database } from "./database.server";
import { env, origin } from "./env.server";
import { isSecret, renderMessage } from "./message-catalog.server";

const LEASE_MS = 120_000;
const BATCH = 20;
const RETRY_MINUTES = [1, 5, 30, 120, 720];

type Row = typeof outboxMessages.$inferSelect;

/** Sends one mail; what a deliverer needs of a transport. */
export interface MailTransport {
  sendMail(mail: {
    from: string;
    to: string;
    subject: string;
    html: string;
    text: string;
    messageId: string;
  }): Promise<unknown>;
}

/** The SMTP transport of SMTP_URL, pooled; null when no mail is to be sent. */
export function createTransport(url = env.SMTP_URL): (MailTransport & { close(): void }) | null {
  return url ? nodemailer.createTransport(url, { pool: true, maxConnections: 3 } as object) : null;
}

/**
 * Sends what is due. Each row is claimed by a conditional UPDATE with a lease, so that two deliverers never send one
 * message at once; its Message-ID is fixed, so that a mail server can drop a repetition after a crash.
 * @returns how many messages were sent and how many were put off or given up
 */
export async function deliverDueMessages(db: Database, transport: MailTransport, clock: () => number) {
  let sent = 0;
  let failed = 0;
  for (;;) {
    const rows = claimDueMessages(db, clock());
    if (rows.length === 0) return { sent, failed };
    for (const row of rows) {
      if (await deliver(db, transport, row, clock)) sent++;
      else failed++;
    }
  }
}

function claimDueMessages(db: Database, now: number): Row[] {
  const due = or(
    and(eq(outboxMessages.state, "queued"), lte(outboxMessages.nextAttemptAt, now)),
    and(eq(outboxMessages.state, "sending"), lte(outboxMessages.leaseUntil, now)),
  );
  const ids = db
    .select({ id: outboxMessages.id })
    .from(outboxMessages)
    .where(due)
    .orderBy(asc(outboxMessages.id))
    .limit(BATCH);
  return db
    .update(outboxMessages)
    .set({ state: "sending", leaseUntil: now + LEASE_MS })
    .where(and(inArray(outboxMessages.id, ids), due))
    .returning()
    .all();
}

async function deliver(db: Database, transport: MailTransport, row: Row, clock: () => number): Promise<boolean> {
  const messageId = `<${row.id}@${new URL(origin).hostname}>`;
  try {
    const mail = await renderMessage(row.kind, row.payload);
    await transport.sendMail({ from: env.MAIL_FROM, to: row.recipient, ...mail, messageId });
    finish(db, row, { state: "sent", sentAt: clock(), lastError: null, payload: withoutSecret(row) });
    return true;
  } catch (error) {
    const { responseCode, message } = error as { responseCode?: number; message: string };
    const wait = RETRY_MINUTES[row.attempts];
    const permanent = (responseCode !== undefined && responseCode >= 500) || wait === undefined;
    finish(db, row, {
      state: permanent ? "failed" : "queued",
      nextAttemptAt: clock() + (wait ?? 0) * 60_000,
      lastError: message,
    });
    return false;
  }
}

function finish(db: Database, row: Row, values: Partial<Row>): void {
  db.update(outboxMessages)
    .set({ ...values, leaseUntil: null, attempts: row.attempts + 1 })
    .where(and(eq(outboxMessages.id, row.id), eq(outboxMessages.state, "sending")))
    .run();
}

/** A link that signs somebody in is worth nothing to Hourbook once it has been sent, and a lot to a thief. */
function withoutSecret({ kind, payload }: Row): Record<string, unknown> {
  return isSecret(kind) ? { ...payload, actionUrl: `${origin}/removed-after-sending` } : payload;
}

/** Takes back what waits: nothing that was made as an example is ever sent (T9). */
export function suppressWaitingMessages(db: Database): void {
  db.update(outboxMessages)
    .set({ state: "suppressed" })
    .where(and(eq(outboxMessages.state, "queued"), isNull(outboxMessages.sentAt)))
    .run();
}
