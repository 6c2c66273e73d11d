import { desc, eq } from "drizzle-orm";
import { offeringMessageAudiences } from "#drizzle/schema/message-templates";
import { persons } from "#drizzle/schema/people";
import { offeringMessages } from "#drizzle/schema/registration";
import type { Offering } from "~/catalog/offerings/offering.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { displayNameOf } from "~/people/persons/name";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { RegistrationStatus } from "~/registration/seats/status";
import type { MessageAudience } from "./message-audience";
import { forgetDraftFiles } from "./message-draft.server";
import { listMessageFiles, type MessageFile, nameMessageFiles } from "./message-files.server";
import { listByRegistration, listByStatus, type Recipient } from "./message-recipients.server";
import { makeMessages, type Written } from "./message-values.server";

/** Who was chosen otherwise than by the status of their registration. */
export interface ChosenPeople {
  audience: Exclude<MessageAudience, "status">;
  /** What the chosen organizations are called. */
  districts: string[];
  registrationIds: string[];
}

/** What staff write to people. `nonce` comes from the form: sending it twice sends once. */
export interface PeopleMessage extends Written {
  statuses: RegistrationStatus[];
  /** Absent: everyone whose registration has one of the statuses when it is sent. */
  chosen?: ChosenPeople | undefined;
  nonce: string;
  /** Kept before, in the order in which they were chosen. */
  files?: MessageFile[];
}

export type MessageRefusal = "nobody-chosen" | "person-elsewhere" | "empty-placeholder";

/**
 * Writes to people of an offering, each in a message of their own, and keeps what was written. Whoever was chosen must have
 * a registration in it. The caller has checked the right to the offering.
 */
export function messagePeople(
  ctx: ActorContext,
  offering: Pick<Offering, "id">,
  input: PeopleMessage,
): Outcome<{ recipients: number }, MessageRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const sent = tx.select().from(offeringMessages).where(eq(offeringMessages.nonce, input.nonce)).get();
    if (sent) return ok({ recipients: sent.recipients });
    const found = findRecipients(tx, offering.id, input);
    if (!found.ok) return found;
    const people = found.value;
    const id = newId();
    const { subject, body, statuses, chosen, nonce, files = [] } = input;
    const attached = { messageId: files.length > 0 ? id : null, attachments: files.map(({ name }) => name) };
    const maker = makeMessages(tx, offering.id, input, { senderName: ctx.actor.name, ...attached });
    if (maker.empty.length > 0) return refuse("empty-placeholder");
    const row = { subject, body, statuses, nonce, recipients: people.length, sentAt: ctx.now };
    tx.insert(offeringMessages)
      .values({ id, offeringId: offering.id, senderId: ctx.actor.personId, ...row })
      .run();
    if (chosen) noteAudience(tx, id, chosen);
    nameMessageFiles(tx, id, files);
    forgetDraftFiles(tx, ctx, nonce);
    for (const receiver of people)
      enqueueMessage(tx, ctx, {
        kind: "offering-message",
        subjectId: receiver.registrationId,
        personId: receiver.person.id,
        recipient: receiver.person.email,
        occasion: id,
        replyTo: maker.replyTo,
        payload: maker.payloadFor(receiver),
      });
    recordAudit(tx, ctx, {
      action: "offering.message-sent",
      subjectId: offering.id,
      personIds: people.map(({ person }) => person.id),
      detail: {
        messageId: id,
        statuses,
        ...(chosen && { audience: chosen.audience, districts: chosen.districts }),
        recipients: people.length,
        ...(files.length > 0 && { files }),
      },
    });
    return ok({ recipients: people.length });
  });
}

/** Those of the chosen people who have an address. */
function findRecipients(
  tx: Transaction,
  offeringId: string,
  { statuses, chosen }: PeopleMessage,
): Outcome<Recipient[], "nobody-chosen" | "person-elsewhere"> {
  const found = chosen
    ? listByRegistration(tx, offeringId, chosen.registrationIds)
    : listByStatus(tx, offeringId, statuses);
  if (chosen && found.length < new Set(chosen.registrationIds).size) return refuse("person-elsewhere");
  const people = found.filter(({ person }) => person.email !== null);
  return people.length === 0 ? refuse("nobody-chosen") : ok(people);
}

function noteAudience(tx: Transaction, messageId: string, { audience, districts }: ChosenPeople): void {
  tx.insert(offeringMessageAudiences).values({ messageId, audience, districts }).run();
}

/** What was written to the people of an offering, newest first. Looking names who wrote it in the audit log (P5). */
export function listMessages(ctx: ActorContext, offeringId: string) {
  const rows = selectMessages(ctx.db)
    .where(eq(offeringMessages.offeringId, offeringId))
    .orderBy(desc(offeringMessages.sentAt), desc(offeringMessages.id))
    .all();
  const personIds = rows.map(({ sender }) => sender.id);
  recordReading(ctx, { action: "offering.messages-read", subjectId: offeringId, personIds });
  return asMessages(ctx.db, rows);
}

/** One message that was written to the people of an offering; null when there is none, or it is another offering's. */
export function findMessage(db: Reader, offeringId: string, messageId: string) {
  const row = selectMessages(db).where(eq(offeringMessages.id, messageId)).get();
  return row?.message.offeringId === offeringId ? asMessages(db, [row])[0]! : null;
}

const selectMessages = (db: Reader) =>
  db
    .select({ message: offeringMessages, sender: persons, to: offeringMessageAudiences })
    .from(offeringMessages)
    .innerJoin(persons, eq(persons.id, offeringMessages.senderId))
    .leftJoin(offeringMessageAudiences, eq(offeringMessageAudiences.messageId, offeringMessages.id));

function asMessages(db: Reader, rows: ReturnType<ReturnType<typeof selectMessages>["all"]>) {
  const files = listMessageFiles(
    db,
    rows.map(({ message }) => message.id),
  );
  return rows.map(({ message: { nonce: _nonce, ...message }, sender, to }) => ({
    ...message,
    audience: to?.audience ?? ("status" as const),
    districts: to?.districts ?? [],
    files: (files.get(message.id) ?? []).map(({ position, name, size }) => ({ position, name, size })),
    senderId: sender.id,
    senderName: displayNameOf(sender),
  }));
}
