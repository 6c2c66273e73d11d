import { asc, eq } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { type Database, inTransaction } from "~/platform/database/database.server";
import { enqueueMessage, type MessageInput } from "~/messages/outbox/outbox.server";
import { systemContext } from "./context";
import type { TestPerson } from "./factories";

/** The messages of one kind, oldest first. */
export function messagesOf(db: Database, kind: string) {
  return db.select().from(outboxMessages).where(eq(outboxMessages.kind, kind)).orderBy(asc(outboxMessages.id)).all();
}

/** Queues a message that nobody can switch off, about a seat that passed to somebody else; gives its id. */
export function queueRequired(
  db: Database,
  person: TestPerson,
  more: Pick<MessageInput<"offer-lapsed">, "calendar"> = {},
) {
  return inTransaction(db, (tx) =>
    enqueueMessage(tx, systemContext(db), {
      kind: "offer-lapsed",
      replyTo: null,
      subjectId: "registration",
      personId: person.personId,
      recipient: person.email,
      payload: {
        personName: person.name,
        providerName: "Puget Sound ESD",
        offeringTitle: "Field science",
        lapsedAt: "today",
        offeringUrl: "http://hourbook.test/offerings/1",
      },
      ...more,
    }),
  );
}
