import { onTestFinished } from "vitest";
import { outboxMessages } from "#drizzle/schema/messages";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { createTransport } from "~/platform/mail/mail-transport.server";
import { systemContext } from "../../support/database";
import { startMailbox } from "../../support/mailbox";

/** A kind that may come twice with one Message-ID, and one that may not. */
export const enqueue = {
  "at-least-once": (db: Database, occasion = "") =>
    inTransaction(db, (tx) =>
      enqueueMessage(tx, systemContext(db), {
        kind: "offer-lapsed",
        replyTo: null,
        subjectId: "registration",
        personId: null,
        recipient: "bo@test.example",
        occasion,
        payload: {
          personName: "Bo",
          providerName: "Puget Sound ESD",
          offeringTitle: "Field science",
          lapsedAt: "today",
          offeringUrl: "http://hourbook.test/offerings/1",
        },
      }),
    ),
  "at-most-once": (db: Database, occasion = "") =>
    inTransaction(db, (tx) =>
      enqueueMessage(tx, systemContext(db), {
        kind: "claim-reminder",
        replyTo: null,
        subjectId: "claim",
        personId: null,
        recipient: "bo@test.example",
        occasion,
        payload: {
          personName: "Bo",
          providerName: "Puget Sound ESD",
          offeringTitle: "Field science",
          earnedHours: "7",
          actionUrl: "http://hourbook.test/claims/1",
        },
      }),
    ),
};

/** A mail server that stops when the test has ended. */
export async function mailboxForTest() {
  const mailbox = await startMailbox();
  onTestFinished(() => mailbox.stop());
  return mailbox;
}

/** A way to a mail server that is closed when the test has ended. */
export function transportFor(url: string) {
  const transport = createTransport(url)!;
  onTestFinished(() => transport.close());
  return transport;
}

/** Every message with what became of it. */
export const rows = (db: Database) => db.select().from(outboxMessages).all();
