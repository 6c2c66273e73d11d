import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { offeringMessages, registrations } from "#drizzle/schema/registration";
import type { Offering } from "~/catalog/offerings/offering.server";
import type { MessagePayloads } from "~/messages/catalog/catalog";
import { displayNameOf } from "~/people/persons/name";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import type { Mailbox } from "~/platform/mail/mailbox";
import { listMessageFiles, type MessageFile, nameMessageFiles } from "./message-files.server";
import { nameOffering, replyToFor } from "./offering-message.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { RegistrationStatus } from "~/registration/seats/status";

/** What staff write to people. `nonce` comes from the form: sending it twice sends once. */
export interface PeopleMessage {
  subject: string;
  body: string;
  statuses: RegistrationStatus[];
  nonce: string;
  /** Kept before, in the order in which they were chosen. */
  files?: MessageFile[];
}

/**
 * Writes to everyone whose registration has one of the statuses, each in a message of their own, and keeps what was
 * written. The caller has checked the right to the offering.
 */
export function messagePeople(
  ctx: ActorContext,
  offering: Pick<Offering, "id">,
  input: PeopleMessage,
): Outcome<{ recipients: number }, "nobody-chosen"> {
  return inTransaction(ctx.db, (tx) => {
    const sent = tx.select().from(offeringMessages).where(eq(offeringMessages.nonce, input.nonce)).get();
    if (sent) return ok({ recipients: sent.recipients });
    const people = listRecipients(tx, offering.id, input.statuses);
    if (people.length === 0) return refuse("nobody-chosen");
    const id = newId();
    const { subject, body, statuses, nonce, files = [] } = input;
    const row = { subject, body, statuses, nonce, recipients: people.length, sentAt: ctx.now };
    tx.insert(offeringMessages)
      .values({ id, offeringId: offering.id, senderId: ctx.actor.personId, ...row })
      .run();
    nameMessageFiles(tx, id, files);
    const attached = { messageId: files.length > 0 ? id : null, attachments: files.map(({ name }) => name) };
    const message = { ...attached, ...nameOffering(tx, offering.id), senderName: ctx.actor.name, title: subject, body };
    const replyTo = replyToFor(tx, offering.id);
    for (const each of people) enqueueFor(tx, ctx, each, { occasion: id, replyTo, message });
    recordAudit(tx, ctx, {
      action: "offering.message-sent",
      subjectId: offering.id,
      personIds: people.map(({ person }) => person.id),
      detail: { messageId: id, statuses, recipients: people.length, ...(files.length > 0 && { files }) },
    });
    return ok({ recipients: people.length });
  });
}

type Payload = MessagePayloads["offering-message"];

function enqueueFor(
  tx: Transaction,
  ctx: ActorContext,
  { person, registrationId }: ReturnType<typeof listRecipients>[number],
  {
    message,
    ...sent
  }: { occasion: string; replyTo: Mailbox | null; message: Omit<Payload, "personName" | "registrationUrl"> },
): void {
  enqueueMessage(tx, ctx, {
    kind: "offering-message",
    subjectId: registrationId,
    personId: person.id,
    recipient: person.email,
    ...sent,
    payload: {
      ...message,
      personName: displayNameOf(person),
      registrationUrl: `${origin}/registrations/${registrationId}`,
    },
  });
}

/** What was written to the people of an offering, newest first. Looking names who wrote it in the audit log (P5). */
export function listMessages(ctx: ActorContext, offeringId: string) {
  const rows = ctx.db
    .select({ message: offeringMessages, sender: persons })
    .from(offeringMessages)
    .innerJoin(persons, eq(persons.id, offeringMessages.senderId))
    .where(eq(offeringMessages.offeringId, offeringId))
    .orderBy(desc(offeringMessages.sentAt), desc(offeringMessages.id))
    .all();
  const personIds = rows.map(({ sender }) => sender.id);
  recordReading(ctx, { action: "offering.messages-read", subjectId: offeringId, personIds });
  const files = listMessageFiles(
    ctx.db,
    rows.map(({ message }) => message.id),
  );
  return rows.map(({ message: { nonce: _nonce, ...message }, sender }) => ({
    ...message,
    files: (files.get(message.id) ?? []).map(({ position, name, size }) => ({ position, name, size })),
    senderName: displayNameOf(sender),
  }));
}

function listRecipients(db: Reader, offeringId: string, statuses: RegistrationStatus[]) {
  return db
    .select({ person: persons, registrationId: registrations.id })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(and(eq(registrations.offeringId, offeringId), inArray(registrations.status, statuses)))
    .orderBy(asc(registrations.arrival))
    .all()
    .filter(({ person }) => person.email !== null);
}
