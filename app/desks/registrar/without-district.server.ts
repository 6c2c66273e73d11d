import { and, asc, count, desc, eq, gt, inArray, type SQL, sql } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { credits } from "#drizzle/schema/credits";
import { affiliations, persons } from "#drizzle/schema/people";
import { isNewestVersion } from "~/credits/ledger/ledger.server";
import { enqueueMessage } from "~/messages/outbox/outbox.server";
import { isConfirmed } from "~/people/affiliations/affiliation.server";
import { listWorkplacesOn } from "~/people/affiliations/workplace.server";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { inTransaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { origin } from "~/platform/env.server";
import { formatHours, formatPlainDate } from "~/platform/format";
import { PAGE_SIZE } from "~/platform/http/responses.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { addressee, nameOffering, replyToFor } from "~/registration/messages/offering-message.server";
import { BY_NAME } from "~/people/persons/person-names.server";

/** Condition on `credits`: no confirmed workplace holds the day of completion, so that no HR sees the hours (S1). */
const reachesNoDistrict: SQL = sql`not exists (
  select 1 from ${affiliations}
  where ${isConfirmed}
    and ${affiliations.personId} = ${credits.personId}
    and ${affiliations.fromDate} <= ${credits.completedOn}
    and (${affiliations.toDate} is null or ${affiliations.toDate} >= ${credits.completedOn})
)`;

/**
 * Credits of the actor's providers that no district's HR sees, newest completion first, one page, with what is entered of
 * where the person worked. Looking is audited (P5).
 */
export function listWithoutDistrict(ctx: ScopedContext, page: number) {
  const theirs = and(
    inArray(offerings.providerId, ctx.scopeIds),
    isNewestVersion,
    gt(credits.minutes, 0),
    reachesNoDistrict,
  );
  const rows = ctx.db
    .select({ credit: credits, person: persons, title: courses.title, inServiceNumber: offerings.inServiceNumber })
    .from(credits)
    .innerJoin(offerings, eq(offerings.id, credits.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(persons, eq(persons.id, credits.personId))
    .where(theirs)
    .orderBy(desc(credits.completedOn), ...BY_NAME, asc(credits.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .all();
  const workplaces = listWorkplacesOn(
    ctx.db,
    rows.map(({ credit }) => ({ personId: credit.personId, day: credit.completedOn })),
  );
  const personIds = rows.map(({ person }) => person.id);
  recordReading(ctx, { action: "credits.listed", subjectId: "without-district", personIds });
  return {
    total: countOf(
      ctx.db
        .select({ count: count() })
        .from(credits)
        .innerJoin(offerings, eq(offerings.id, credits.offeringId))
        .where(theirs),
    ),
    rows: rows.map(({ credit, person, title, inServiceNumber }, index) => ({
      id: credit.id,
      claimId: credit.claimId,
      personId: person.id,
      name: staffNameOf(person),
      reachable: person.email !== null,
      title,
      inServiceNumber,
      minutes: credit.minutes,
      completedOn: credit.completedOn,
      workplace: workplaces[index] ?? null,
    })),
  };
}

/**
 * Asks the people of such credits by mail where they worked, each at most once a day for a credit. Returns how many are
 * asked; people without an address, and credits of other providers, are passed over.
 */
export function askForWorkplaces(ctx: ScopedContext, creditIds: readonly string[]): Outcome<number, "nobody-to-ask"> {
  return inTransaction(ctx.db, (tx) => {
    const rows = tx
      .select({ credit: credits })
      .from(credits)
      .innerJoin(offerings, eq(offerings.id, credits.offeringId))
      .where(and(inArray(credits.id, [...creditIds]), inArray(offerings.providerId, ctx.scopeIds), reachesNoDistrict))
      .all();
    let asked = 0;
    for (const { credit } of rows) {
      const { personName, ...to } = addressee(tx, credit.personId);
      const queued = enqueueMessage(tx, ctx, {
        kind: "workplace-missing",
        subjectId: credit.id,
        ...to,
        replyTo: replyToFor(tx, credit.offeringId),
        occasion: dateOf(ctx.now, REGION_TIME_ZONE),
        payload: {
          personName,
          ...nameOffering(tx, credit.offeringId),
          hours: formatHours(credit.minutes),
          completedOn: formatPlainDate(credit.completedOn),
          actionUrl: `${origin}/profile`,
        },
      });
      if (!queued) continue;
      asked++;
      const { id, personId } = credit;
      recordAudit(tx, ctx, { action: "credit.workplace-asked", subjectId: id, personId });
    }
    return asked > 0 ? ok(asked) : refuse("nobody-to-ask");
  });
}
