import { and, asc, eq, isNotNull, notInArray } from "drizzle-orm";
import { outboxMessages } from "#drizzle/schema/messages";
import { persons } from "#drizzle/schema/people";
import type { HrOrganisation } from "~/hr/hr-scope.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { getAccount } from "~/people/accounts/account.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { isAmong } from "~/platform/database/among.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatPlainDate } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { inTurns } from "~/platform/serving/in-turns.server";
import { dateOf, nextMonday, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { addressee } from "~/registration/messages/offering-message.server";
import { MOST_WRITTEN } from "./note-form";
import { showsRenewal, standingOf } from "./renewal-people.server";

/**
 * Those of these people who show it, lack hours and were not written to this week, by name, with what each lacks: the first
 * `MOST_WRITTEN`. Looking is audited (P5).
 */
export async function listToWrite(ctx: ScopedContext, organisation: HrOrganisation, personIds: readonly string[]) {
  const lacking = await reckonLacking(ctx, organisation, personIds);
  const found = lacking.slice(0, MOST_WRITTEN);
  recordReading(ctx, {
    action: "hr.renewals-listed",
    subjectId: organisation.id,
    personIds: found.map(({ personId }) => personId),
  });
  return { people: found, total: lacking.length };
}

/**
 * Those of these people who show it, lack hours and were not written to this week, by name, with what each lacks: reckoned before
 * anything is written, since it takes its time.
 */
export async function reckonLacking({ db, now }: ScopedContext, { id }: HrOrganisation, personIds: readonly string[]) {
  const today = dateOf(now, REGION_TIME_ZONE);
  const written = db
    .select({ id: outboxMessages.personId })
    .from(outboxMessages)
    .where(
      and(
        eq(outboxMessages.kind, "renewal-note"),
        eq(outboxMessages.subjectId, id),
        eq(outboxMessages.occasion, nextMonday(today)),
        isNotNull(outboxMessages.personId),
      ),
    );
  const people = db
    .select()
    .from(persons)
    .where(and(showsRenewal(db, id, today), isAmong(persons.id, personIds), notInArray(persons.id, written)))
    .orderBy(asc(persons.sortName), asc(persons.id))
    .all();
  const standings = await inTurns(people, (person) => {
    const standing = standingOf(db, person.id, today);
    return standing?.missing ? [{ ...standing, missing: standing.missing, name: staffNameOf(person) }] : [];
  });
  return standings.flat();
}

interface Note {
  /** From `reckonLacking`. */
  lacking: Awaited<ReturnType<typeof reckonLacking>>;
  body: string;
}

/**
 * Writes the same to everybody of these who still shows it, to each with what they lack; once a week at most to anybody. Returns how
 * many it goes to; people without an address, and those who were written to this week, are passed over.
 */
export function writeAboutRenewal(
  ctx: ScopedContext,
  organisation: HrOrganisation,
  { lacking, body }: Note,
): Outcome<number, "nobody-to-write"> {
  return inTransaction(ctx.db, (tx) => {
    const sender = { senderName: ctx.actor.name, senderAddress: getAccount(tx, ctx.actor.accountId).email };
    const showing = listShowing(tx, ctx, organisation, lacking);
    let written = 0;
    for (const { personId, missing, deadline } of lacking) {
      if (!showing.has(personId)) continue;
      const { personName, ...to } = addressee(tx, personId);
      const queued = enqueueMessage(tx, ctx, {
        kind: "renewal-note",
        subjectId: organisation.id,
        ...to,
        replyTo: { name: sender.senderName, address: sender.senderAddress },
        occasion: nextMonday(dateOf(ctx.now, REGION_TIME_ZONE)),
        payload: {
          personName,
          districtName: organisation.name,
          ...sender,
          body,
          expiresOn: formatPlainDate(deadline),
          need: missing,
          hoursUrl: `${origin}/certificate`,
        },
      });
      if (!queued) continue;
      written++;
      recordAudit(tx, ctx, { action: "renewal.nudged", subjectId: queued, personId });
    }
    return written > 0 ? ok(written) : refuse("nobody-to-write");
  });
}

function listShowing(db: Reader, { now }: ScopedContext, { id }: HrOrganisation, lacking: Note["lacking"]) {
  const personIds = lacking.map(({ personId }) => personId);
  const shows = showsRenewal(db, id, dateOf(now, REGION_TIME_ZONE));
  const rows = db
    .select({ id: persons.id })
    .from(persons)
    .where(and(shows, isAmong(persons.id, personIds)))
    .all();
  return new Set(rows.map((row) => row.id));
}
