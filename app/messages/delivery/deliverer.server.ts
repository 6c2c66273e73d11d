import { findRule } from "~/messages/catalog/catalog";
import { verdictsOn } from "~/messages/preferences/send-verdict.server";
import type { Context } from "~/platform/context";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { logger } from "~/platform/logging/logger.server";
import {
  type Fault,
  type FaultVerdict,
  isWorthKeeping,
  judgeFault,
  judgementOf,
  wordsOf,
} from "~/platform/mail/mail-fault";
import { CONNECTIONS, type Mail, type MailTransport } from "~/platform/mail/mail-transport.server";
import { recordRefusal } from "~/platform/mail/refusal.server";
import { type Attach, composeMail, findMailLinks, type MailLinks } from "./mail-compose.server";
import { isWayShut, type MailWay, recordWay } from "./mail-way.server";
import {
  finishMessage,
  giveUpUnknown,
  type Lease,
  type LeasedRow,
  leaseDueMessages,
  type OutboxRow,
  releaseMessages,
  renewAllLeases,
  holdsLease,
  UNKNOWN_OUTCOME,
} from "./mail-lease.server";
import { type NoteSent, notesOfSent } from "./sent-notes.server";

const LEASE_MS = 120_000;

export interface Delivery {
  clock: () => number;
  /** How long messages stay with a deliverer that is not heard of any more; two minutes unless given. */
  leaseMs?: number;
  /** Makes the files that belong to a message; none without it. */
  attach?: Attach;
  /** Once aborted, what is under way is finished and the rest left to others. */
  signal?: AbortSignal;
}

/** What became of the messages that were due. */
export interface DeliveryCounts {
  sent: number;
  /** Put off or given up. */
  failed: number;
  suppressed: number;
}

/**
 * Sends what is due, over as many connections as the transport has. Each row is claimed by a conditional UPDATE with a
 * lease that lasts as long as its deliverer is heard of, so that two never send one message at once; its Message-ID is
 * its row's, so that a repetition after a crash can be known as one. While the way to the mail server is at fault nothing
 * is tried but now and then one message, and none of them comes to harm.
 */
export async function deliverDueMessages(
  db: Database,
  transport: MailTransport,
  delivery: Delivery,
): Promise<DeliveryCounts> {
  const counts: DeliveryCounts = { sent: 0, failed: giveUpUnknown(db, delivery.clock()), suppressed: 0 };
  if (isWayShut(db, delivery.clock())) return counts;
  const way: MailWay = { fault: null, isOpen: false };
  const noteSent = notesOfSent(db, delivery.clock);
  const lease: Lease = { deliverer: newId(), ms: delivery.leaseMs ?? LEASE_MS };
  const heartbeat = setInterval(() => renewAllLeases(db, lease, delivery.clock()), lease.ms / 4);
  try {
    for (;;) {
      const rows = leaseDueMessages(db, lease, delivery.clock());
      if (rows.length === 0) return counts;
      const batch: Batch = { db, transport, lease, delivery, way, noteSent, ...lookUp(db, rows, delivery.clock()) };
      const lane = async () => {
        while (!isOver(batch)) {
          const row = rows.shift();
          if (!row) return;
          const outcome = await deliver(batch, row);
          if (outcome) counts[outcome]++;
        }
      };
      await Promise.all(Array.from({ length: CONNECTIONS }, lane));
      if (!isOver(batch)) continue;
      releaseMessages(db, rows);
      return counts;
    }
  } finally {
    clearInterval(heartbeat);
    recordWay(db, way, delivery.clock());
  }
}

const isOver = ({ delivery, way }: Batch): boolean => delivery.signal?.aborted === true || way.fault !== null;

/** Messages that were claimed together, with what was looked up for all of them at once. */
interface Batch {
  db: Database;
  transport: MailTransport;
  lease: Lease;
  delivery: Delivery;
  way: MailWay;
  noteSent: NoteSent;
  verdictOn: ReturnType<typeof verdictsOn>;
  links: MailLinks;
}

function lookUp(db: Database, rows: readonly OutboxRow[], now: number): Pick<Batch, "verdictOn" | "links"> {
  return { verdictOn: verdictsOn(db, rows, now), links: findMailLinks(db, rows, now) };
}

/** Null when another deliverer has taken the message over meanwhile. */
async function deliver(batch: Batch, row: LeasedRow): Promise<keyof DeliveryCounts | null> {
  const { db, transport, lease, links } = batch;
  const { clock, attach } = batch.delivery;
  const verdict = batch.verdictOn(row);
  if (verdict.kind === "suppress") {
    finishMessage(db, row, { state: "suppressed", suppressedBecause: verdict.because });
    return "suppressed";
  }
  let mail: Mail;
  try {
    mail = await composeMail(row, links, attach);
  } catch (error) {
    logger.error({ err: error, message: row.id }, "A message could not be written");
    recordFault(batch, row, { code: "ECOMPOSE", message: (error as Error).message });
    return "failed";
  }
  if (!holdsLease(db, lease, row, clock())) return null;
  try {
    await transport.sendMail(mail);
  } catch (error) {
    return recordFault(batch, row, error as Fault) ? "failed" : null;
  }
  batch.way.isOpen = true;
  await batch.noteSent(row);
  return "sent";
}

/** Whether the fault is the message's, and not the way's. */
function recordFault({ db, delivery, way }: Batch, row: LeasedRow, fault: Fault): boolean {
  const now = delivery.clock();
  const verdict = judgeFault(fault, row.attempts, findRule(row.kind)?.guarantee ?? "at-least-once");
  if (verdict.kind === "no-way") {
    way.fault = fault.message;
    releaseMessages(db, [row], fault.message);
    return false;
  }
  if (fault.responseCode) way.isOpen = true;
  if (verdict.kind === "retry") {
    finishMessage(db, row, { state: "queued", nextAttemptAt: now + verdict.waitMs, lastError: fault.message });
  } else {
    finishMessage(db, row, {
      state: "failed",
      lastError: verdict.kind === "unknown" ? UNKNOWN_OUTCOME : fault.message,
    });
  }
  noteRefusal(db, row, fault, verdict, now);
  return true;
}

function noteRefusal(db: Database, row: LeasedRow, fault: Fault, verdict: FaultVerdict, now: number): void {
  const judgement = judgementOf(fault);
  if (!judgement || !isWorthKeeping(judgement, fault, verdict)) return;
  const ctx: Context = { db, now, actor: null, address: null, requestId: null };
  const refusal = { address: row.recipient, messageId: row.id, source: "mail-server", reason: wordsOf(fault) } as const;
  inTransaction(db, (tx) => recordRefusal(tx, ctx, { ...refusal, ...judgement }));
}
