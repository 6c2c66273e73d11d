import { and, asc, inArray } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import type { HrOrganisation } from "~/hr/hr-scope.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { getAccount } from "~/people/accounts/account.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import { formatPlainDate } from "~/platform/format";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf, nextMonday, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { addressee } from "~/registration/messages/offering-message.server";
import { showsRenewal, standingOf } from "./renewal-people.server";

interface Note {
  personIds: readonly string[];
  body: string;
}

/** Those of these people who show it and lack hours, by name, with what each lacks. Looking is audited (P5). */
export function listToWrite(ctx: ScopedContext, organisation: HrOrganisation, personIds: readonly string[]) {
  const found = listLacking(ctx.db, ctx, organisation, personIds);
  recordReading(ctx, {
    action: "hr.renewals-listed",
    subjectId: organisation.id,
    personIds: found.map(({ personId }) => personId),
  });
  return found;
}

function listLacking(db: Reader, ctx: ScopedContext, { id }: HrOrganisation, personIds: readonly string[]) {
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  return db
    .select()
    .from(persons)
    .where(and(showsRenewal(db, id, today), inArray(persons.id, [...personIds])))
    .orderBy(asc(persons.sortName), asc(persons.id))
    .all()
    .flatMap((person) => {
      const standing = standingOf(db, person.id, today);
      return standing?.missing ? [{ ...standing, missing: standing.missing, name: staffNameOf(person) }] : [];
    });
}

/**
 * Writes the same to everybody of these who lacks hours, to each with what they lack; once a week at most to anybody. Returns how
 * many it goes to; people without an address, and those who were written to this week, are passed over.
 */
export function writeAboutRenewal(
  ctx: ScopedContext,
  organisation: HrOrganisation,
  { personIds, body }: Note,
): Outcome<number, "nobody-to-write"> {
  return inTransaction(ctx.db, (tx) => {
    const sender = { senderName: ctx.actor.name, senderAddress: getAccount(tx, ctx.actor.accountId).email };
    let written = 0;
    for (const { personId, missing, deadline } of listLacking(tx, ctx, organisation, personIds)) {
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
