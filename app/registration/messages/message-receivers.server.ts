import { and, asc, count, eq, inArray } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { BY_NAME } from "~/people/persons/person-names.server";
import { staffNameOf } from "~/people/persons/name";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { ActorContext } from "~/platform/context";
import { countOf } from "~/platform/database/rows.server";
import { PAGE_SIZE } from "~/platform/http/responses.server";

/**
 * Who got a message to the people of an offering, and what became of each mail; a page of them, by name. Looking names
 * them in the audit log (P5). The caller has checked the right to the offering.
 */
export function listReceivers(
  ctx: ActorContext,
  offeringId: string,
  message: { id: string; senderId: string },
  page: number,
) {
  const of = ctx.db
    .select({ id: registrations.id })
    .from(registrations)
    .where(eq(registrations.offeringId, offeringId));
  // By the index that lets each message be written once.
  const theirs = and(
    eq(outboxMessages.kind, "offering-message"),
    inArray(outboxMessages.subjectId, of),
    eq(outboxMessages.occasion, message.id),
  );
  const { id, state, sentAt, digestDueAt, suppressedBecause, lastError } = outboxMessages;
  const rows = ctx.db
    .select({ id, state, sentAt, digestDueAt, suppressedBecause, lastError, person: persons })
    .from(outboxMessages)
    .innerJoin(persons, eq(persons.id, outboxMessages.personId))
    .where(theirs)
    .orderBy(...BY_NAME, asc(id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .all();
  const personIds = [message.senderId, ...rows.map(({ person }) => person.id)];
  recordReading(ctx, { action: "offering.receivers-read", subjectId: message.id, personIds });
  return {
    rows: rows.map(({ person, ...row }) => ({ ...row, personId: person.id, name: staffNameOf(person) })),
    total: countOf(ctx.db.select({ count: count() }).from(outboxMessages).where(theirs)),
    states: ctx.db.select({ state, count: count() }).from(outboxMessages).where(theirs).groupBy(state).all(),
  };
}
