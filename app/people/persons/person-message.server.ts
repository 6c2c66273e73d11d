import { and, desc, eq, inArray } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { persons } from "#drizzle/schema/people";
import { personMessages } from "#drizzle/schema/person-notes";
import { providers } from "#drizzle/schema/providers";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { getAccount } from "~/people/accounts/account.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { inAll, newest } from "~/platform/database/newest.server";
import { rowOf } from "~/platform/database/rows.server";
import { origin } from "~/platform/env.server";
import { newId } from "~/platform/ids";
import { findAddressFault } from "~/platform/mail/address-fault.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { displayNameOf } from "./name";
import type { NoteReader } from "./person-note.server";
import { getPerson } from "./person.server";

const NEWEST = 20;
const MOST_SHOWN = 1_000;

/** What staff write to one person. `nonce` comes from the form: sending it twice sends once. */
export interface PersonMessage {
  personId: string;
  /** In whose name. */
  providerId: string;
  subject: string;
  body: string;
  nonce: string;
}

/**
 * Writes to a person, and keeps what was written. Tells why it is held back where the person does not want such mail.
 * The caller has checked the right to the person and the provider.
 */
export function writeToPerson(
  ctx: ActorContext,
  input: PersonMessage,
): Outcome<{ heldBecause: string | null }, "no-mail-address" | "mail-comes-back"> {
  return inTransaction(ctx.db, (tx) => {
    const sent = tx.select().from(personMessages).where(eq(personMessages.nonce, input.nonce)).get();
    if (sent) return ok({ heldBecause: whyHeld(tx, sent.id) });
    const { email } = getPerson(tx, input.personId);
    if (!email) return refuse("no-mail-address");
    if (findAddressFault(tx, email)) return refuse("mail-comes-back");
    const id = newId();
    tx.insert(personMessages)
      .values({ id, ...input, senderId: ctx.actor.personId, sentAt: ctx.now })
      .run();
    queue(tx, ctx, { id, recipient: email }, input);
    recordAudit(tx, ctx, { action: "person.written-to", subjectId: id, personId: input.personId });
    return ok({ heldBecause: whyHeld(tx, id) });
  });
}

function queue(
  tx: Transaction,
  ctx: ActorContext,
  { id, recipient }: { id: string; recipient: string },
  { personId, providerId, subject, body }: PersonMessage,
): void {
  const name = tx.select({ name: providers.name }).from(providers).where(eq(providers.id, providerId));
  enqueueMessage(tx, ctx, {
    kind: "person-message",
    subjectId: id,
    personId,
    recipient,
    payload: {
      personName: displayNameOf(getPerson(tx, personId)),
      providerName: rowOf(name, `provider ${providerId}`).name,
      senderName: ctx.actor.name,
      senderAddress: getAccount(tx, ctx.actor.accountId).email,
      title: subject,
      body,
      deskUrl: `${origin}/desk`,
    },
  });
}

/** Why the mail of a message waits for nobody; null while it goes out. */
function whyHeld(tx: Reader, messageId: string): string | null {
  const of = and(eq(outboxMessages.kind, "person-message"), eq(outboxMessages.subjectId, messageId));
  return tx.select({ why: outboxMessages.suppressedBecause }).from(outboxMessages).where(of).get()?.why ?? null;
}

/**
 * What staff wrote to a person, as far as somebody may read it, newest first, and how much that is.
 * @param all more of it than the newest twenty
 */
export function listMessagesTo(db: Reader, personId: string, reader: NoteReader, all = false) {
  const seen = reader.everything ? undefined : inArray(personMessages.providerId, [...reader.providerIds]);
  const found = db
    .select({ inAll, message: personMessages, sender: persons, provider: providers.shortName })
    .from(personMessages)
    .innerJoin(persons, eq(persons.id, personMessages.senderId))
    .innerJoin(providers, eq(providers.id, personMessages.providerId))
    .where(and(eq(personMessages.personId, personId), seen))
    .orderBy(desc(personMessages.id))
    .limit(all ? MOST_SHOWN : NEWEST)
    .all();
  const { rows, total } = newest(found);
  return {
    total,
    rows: rows.map(({ message: { id, subject, body, sentAt }, sender, provider }) => ({
      id,
      subject,
      body,
      sentAt,
      provider,
      senderName: displayNameOf(sender),
    })),
  };
}
