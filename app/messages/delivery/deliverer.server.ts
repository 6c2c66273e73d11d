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
  const { noteSent, close } = notesOfSent(db, delivery.clock);
  const lease: Lease = { deliverer: newId(), ms: delivery.leaseMs ?? LEASE_MS };
  const heartbeat = setInterval(() => renewAllLeases(db, lease, delivery.clock()), lease.ms / 4);
  const sending: Sending = { db, transport, lease, delivery, way, noteSent };
  const { next, left } = messagesInTurn(sending);
  const lane = async () => {
    for (let message = next(); message; message = next()) {
      const outcome = await deliver(sending, message);
      if (outcome) counts[outcome]++;
    }
  };
  try {
    // All are waited for: one that meets with an error leaves what the others have under way to them.
    const ended = await Promise.allSettled(Array.from({ length: CONNECTIONS }, lane));
    const broken = ended.find((each) => each.status === "rejected");
    if (broken) throw broken.reason;
    return counts;
  } finally {
    clearInterval(heartbeat);
    close();
    releaseMessages(db, left());
    recordWay(db, way, delivery.clock());
  }
}

const isOver = ({ delivery, way }: Sending): boolean => delivery.signal?.aborted === true || way.fault !== null;

/** What all messages of one delivery share. */
interface Sending {
  db: Database;
  transport: MailTransport;
  lease: Lease;
  delivery: Delivery;
  way: MailWay;
  noteSent: NoteSent;
}

/** A claimed message, with what was looked up for all that were claimed with it. */
interface Claimed {
  row: LeasedRow;
  verdictOn: ReturnType<typeof verdictsOn>;
  links: MailLinks;
}

/**
 * Hands out what is due, and claims more once nothing is left of what was claimed: no connection waits until the others
 * have sent theirs.
 */
function messagesInTurn(sending: Sending) {
  const { db, lease, delivery } = sending;
  let claimed: Claimed[] = [];
  const claim = (): Claimed[] => {
    const now = delivery.clock();
    const rows = leaseDueMessages(db, lease, now);
    const lookedUp = { verdictOn: verdictsOn(db, rows, now), links: findMailLinks(db, rows, now) };
    return rows.map((row) => ({ row, ...lookedUp }));
  };
  return {
    /** Null when nothing is due, or nothing more is to be sent. */
    next: (): Claimed | null => {
      if (isOver(sending)) return null;
      if (claimed.length === 0) claimed = claim();
      return claimed.shift() ?? null;
    },
    /** What was claimed and not handed out. */
    left: () => claimed.map(({ row }) => row),
  };
}

/** Null when another deliverer has taken the message over meanwhile. */
async function deliver(sending: Sending, { row, verdictOn, links }: Claimed): Promise<keyof DeliveryCounts | null> {
  const { db, transport, lease } = sending;
  const { clock, attach } = sending.delivery;
  const verdict = verdictOn(row);
  if (verdict.kind === "suppress") {
    finishMessage(db, row, { state: "suppressed", suppressedBecause: verdict.because });
    return "suppressed";
  }
  let mail: Mail;
  try {
    mail = await composeMail(row, links, attach);
  } catch (error) {
    logger.error({ err: error, message: row.id }, "A message could not be written");
    recordFault(sending, row, { code: "ECOMPOSE", message: (error as Error).message });
    return "failed";
  }
  if (!holdsLease(db, lease, row, clock())) return null;
  try {
    await transport.sendMail(mail);
  } catch (error) {
    return recordFault(sending, row, error as Fault) ? "failed" : null;
  }
  sending.way.isOpen = true;
  await sending.noteSent(row);
  return "sent";
}

/** Whether the fault is the message's, and not the way's. */
function recordFault({ db, delivery, way }: Sending, row: LeasedRow, fault: Fault): boolean {
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
