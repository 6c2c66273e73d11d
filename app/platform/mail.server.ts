import { and, asc, eq, inArray, isNull, lte, or } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/platform";
import type { Database } from "./database.server";
import { env, origin } from "./env.server";
import { placeCalendar } from "./mail-parts";
import type { Attachment, MailTransport } from "./mail-transport.server";
import { isSecret, renderMessage } from "./message-catalog.server";

const LEASE_MS = 120_000;
const BATCH = 20;
const RETRY_MINUTES = [1, 5, 30, 120, 720];

type Row = typeof outboxMessages.$inferSelect;

/** Files that belong to a message and are made when it is sent, for example the certificate of a posted credit. */
export type Attach = (message: Pick<Row, "kind" | "subjectId" | "payload">) => Promise<Attachment[]>;

interface Delivery {
  clock: () => number;
  attach?: Attach;
}

/**
 * Sends what is due. Each row is claimed by a conditional UPDATE with a lease, so that two deliverers never send one
 * message at once; its Message-ID is fixed, so that a mail server can drop a repetition after a crash.
 * @returns how many messages were sent and how many were put off or given up
 */
export async function deliverDueMessages(db: Database, transport: MailTransport, delivery: Delivery) {
  let sent = 0;
  let failed = 0;
  for (;;) {
    const rows = claimDueMessages(db, delivery.clock());
    if (rows.length === 0) return { sent, failed };
    for (const row of rows) {
      if (await deliver(db, transport, row, delivery)) sent++;
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

async function deliver(
  db: Database,
  transport: MailTransport,
  row: Row,
  { clock, attach }: Delivery,
): Promise<boolean> {
  const messageId = `<${row.id}@${new URL(origin).hostname}>`;
  try {
    const mail = await renderMessage(row.kind, row.payload);
    const { attachments, ...calendar } = placeCalendar(row.calendar ?? []);
    const files = attach ? await attach(row) : [];
    await transport.sendMail({
      from: env.MAIL_FROM,
      to: row.recipient,
      ...mail,
      messageId,
      ...calendar,
      attachments: [...attachments, ...files],
    });
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
