import { eq } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { subjectOf } from "~/messages/catalog/catalog";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { listAdministrators } from "~/people/roles/administrators.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { mailSender } from "~/platform/env.server";
import { logger } from "~/platform/logging/logger.server";
import type { Mailbox } from "~/platform/mail/mailbox";
import type { WrittenAnswer } from "~/platform/mail/returned-mail";
import { takeTries, tried } from "~/platform/secrets/attempts.server";
import { sha256 } from "~/platform/secrets/codes.server";

const KIND = "answer-passed-on";

/** How much of one sender's mail is passed on in a day: what answers itself without saying so comes to an end. */
export const PASSED_ON_A_DAY = 10;

/** What was done with somebody's words; why nothing, where nothing was. */
export type PassedOn = "passed-on" | "answers-what-was-passed-on" | "too-many" | "nobody-to-tell";

type OutboxRow = typeof outboxMessages.$inferSelect;

/**
 * Passes on what a person wrote to the mailbox that mail comes from: to whoever reads answers to the message that it
 * answers, else to administrators. The answer to something passed on goes to its writer (`Reply-To`) and is never passed on
 * again, so nothing can go round.
 */
export function passOn(ctx: Context, answer: WrittenAnswer): PassedOn {
  return inTransaction(ctx.db, (tx) => {
    const row = findAnswered(tx, answer);
    if (row?.kind === KIND) return dropped(answer, "answers-what-was-passed-on");
    const readers = readersOf(tx, row, answer.from.address);
    if (readers.length === 0) return dropped(answer, "nobody-to-tell");
    const limit = { free: PASSED_ON_A_DAY, windowMs: 86_400_000, waits: null };
    const taken = takeTries(tx, ctx.now, [tried("answer passed on", answer.from.address.toLowerCase(), limit)]);
    if (!taken.ok) return dropped(answer, "too-many");
    const occasion = sha256(answer.ownId || JSON.stringify(answer));
    for (const { name, address } of readers) {
      enqueueMessage(tx, ctx, {
        kind: KIND,
        subjectId: row?.id ?? "mailbox",
        personId: null,
        recipient: address,
        occasion,
        replyTo: answer.from,
        payload: {
          personName: name ?? address,
          senderName: answer.from.name?.trim() || answer.from.address,
          senderAddress: answer.from.address,
          title: answer.subject || "(without a subject)",
          body: answer.text.trim() || "(without words)",
          answered: row ? subjectOf(row.kind, row.payload) : null,
          files: answer.files,
        },
      });
    }
    recordAudit(tx, ctx, {
      action: "answer.passed-on",
      subjectId: row?.id ?? "mailbox",
      ...(row?.personId && { personId: row.personId }),
      detail: { to: readers.map(({ address }) => address) },
    });
    return "passed-on";
  });
}

function findAnswered(tx: Reader, { messageId }: WrittenAnswer): OutboxRow | undefined {
  if (!messageId) return undefined;
  return tx.select().from(outboxMessages).where(eq(outboxMessages.id, messageId)).get();
}

/** Never ourselves, and never whoever wrote it. */
function readersOf(tx: Reader, row: OutboxRow | undefined, writer: string): Mailbox[] {
  const isOther = ({ address }: Mailbox) => ![mailSender, writer].some((each) => isSame(each, address));
  const contact = row?.replyTo ?? null;
  return contact && isOther(contact) ? [contact] : listAdministrators(tx).filter(isOther);
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

function dropped(answer: WrittenAnswer, why: Exclude<PassedOn, "passed-on">): PassedOn {
  logger.warn({ answered: answer.messageId, why }, "An answer that somebody wrote was not passed on");
  return why;
}
