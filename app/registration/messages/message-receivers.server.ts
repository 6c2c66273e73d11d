import { and, count, eq, inArray, type SQL, sql } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { MESSAGE_STATE_LABELS } from "~/messages/outbox/message-state";
import { staffNameOf } from "~/people/persons/name";
import { isNamedBy, NAMED } from "~/people/persons/person-names.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { everyWord } from "~/platform/database/contains.server";
import type { Reader } from "~/platform/database/database.server";
import { formatDateTime } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { RECEIVERS_LIST } from "./receivers-list";

/** A message to the people of an offering: which, of which offering, by whom. */
interface SentMessage {
  id: string;
  offeringId: string;
  senderId: string;
}

export type ReceiverRow = ReturnType<typeof describe>;

/**
 * Who got a message to the people of an offering, and what became of each mail. Looking names them in the audit log (P5).
 * The caller has checked the right to the offering.
 */
export function receiverSource(ctx: ActorContext, message: SentMessage, timeZone: string): ListSource<ReceiverRow> {
  const { id, state, sentAt } = outboxMessages;
  return {
    shape: RECEIVERS_LIST,
    tie: id,
    order: { person: [persons.sortName], state: [state], sent: [sentAt] },
    where: {
      q: (typed) => everyWord(typed, (word) => isNamedBy(persons.id, word, ["names"])),
      state: (value) => sql`${state} = ${value}`,
    },
    ...rowsOf(ctx.db, (where) => selectReceivers(ctx.db, and(wroteFor(ctx.db, message), where)), {
      describe: (rows) => {
        const personIds = [message.senderId, ...rows.map(({ person }) => person.id)];
        recordReading(ctx, { action: "offering.receivers-read", subjectId: message.id, personIds });
        return rows.map((row) => describe(row, timeZone));
      },
    }),
    cells: {
      person: (row) => row.name,
      state: (row) => [MESSAGE_STATE_LABELS[row.state], row.why].filter(Boolean).join(": "),
      sent: (row) => row.sent,
    },
  };
}

/** How many of a message's mails stand how. */
export function countReceivers(db: Reader, message: SentMessage) {
  const { state } = outboxMessages;
  return db.select({ state, count: count() }).from(outboxMessages).where(wroteFor(db, message)).groupBy(state).all();
}

/** By the index that lets each message be written once. */
function wroteFor(db: Reader, { id, offeringId }: SentMessage): SQL | undefined {
  const here = eq(registrations.offeringId, offeringId);
  return and(
    eq(outboxMessages.kind, "offering-message"),
    inArray(outboxMessages.subjectId, db.select({ id: registrations.id }).from(registrations).where(here)),
    eq(outboxMessages.occasion, id),
  );
}

function selectReceivers(db: Reader, where: SQL | undefined) {
  const { id, state, sentAt, digestDueAt, suppressedBecause, lastError } = outboxMessages;
  return db
    .select({ id, state, sentAt, digestDueAt, suppressedBecause, lastError, person: NAMED })
    .from(outboxMessages)
    .innerJoin(persons, eq(persons.id, outboxMessages.personId))
    .where(where);
}

type JoinedReceiver = ReturnType<ReturnType<typeof selectReceivers>["all"]>[number];

function describe(
  { person, suppressedBecause, lastError, sentAt, digestDueAt, ...mail }: JoinedReceiver,
  zone: string,
) {
  const later = digestDueAt === null ? "Not yet" : `With the summary of ${formatDateTime(digestDueAt, zone)}`;
  return {
    ...mail,
    personId: person.id,
    name: staffNameOf(person),
    why: suppressedBecause ?? lastError,
    sent: sentAt === null ? later : formatDateTime(sentAt, zone),
  };
}
