import { eq } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { messageIdOf } from "~/messages/delivery/mail-compose.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import type { Mailbox } from "~/platform/mail/mailbox";
import { TEST_NOW } from "../support/clock";
import { systemContext } from "../support/database";

/** A message that was sent to an address; its row's id. */
export function sentTo(db: Database, to: string, replyTo: Mailbox | null = null): string {
  const payload = {
    personName: "Bo",
    providerName: "Puget Sound ESD",
    offeringTitle: "Field science",
    lapsedAt: "today",
    offeringUrl: "http://hourbook.test/offerings/1",
  };
  const message = { kind: "offer-lapsed", subjectId: to, personId: null, recipient: to, replyTo, payload } as const;
  const id = inTransaction(db, (tx) => enqueueMessage(tx, systemContext(db), message))!;
  db.update(outboxMessages).set({ state: "sent", sentAt: TEST_NOW }).where(eq(outboxMessages.id, id)).run();
  return id;
}

/** A report that nobody is there, about a message of ours. */
export const reportOn = (id: string, to: string): string =>
  [
    "From: MAILER-DAEMON@mx.test.example",
    "To: hourbook@localhost",
    "Subject: Undelivered Mail Returned to Sender",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="cut"',
    "",
    "--cut",
    "Content-Type: message/delivery-status",
    "",
    `Final-Recipient: rfc822; ${to}`,
    "Action: failed",
    "Status: 5.1.1",
    "Diagnostic-Code: smtp; 550 5.1.1 no such mailbox",
    "",
    "--cut",
    "Content-Type: message/rfc822",
    "",
    `To: ${to}`,
    `Message-ID: ${messageIdOf(id)}`,
    "",
    "You could have had a seat.",
    "--cut--",
    "",
  ].join("\r\n");

/** What a person writes back to a message of ours. */
export const answerTo = (id: string, changes: Record<string, string> = {}): string => {
  const headers = {
    From: "Ana Sample <ana@district.example>",
    To: "hourbook@localhost",
    Subject: "Re: A seat",
    "In-Reply-To": messageIdOf(id),
    "Message-ID": "<1@district.example>",
    ...changes,
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [...lines, "", "I cannot come on Friday.", ""].join("\r\n");
};
