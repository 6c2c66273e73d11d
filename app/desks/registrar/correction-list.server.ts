import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { claims, correctionRequests } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import { CORRECTION_ORIGIN_WORDS } from "~/credits/corrections/correction-state";
import { staffNameOf } from "~/people/persons/name";
import { isNamedBy, LISTED } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { everyWord, holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { formatAge, formatDate, formatHours } from "~/platform/format";
import { ageSince, type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { CORRECTION_LIST } from "./correction-list";

export type CorrectionRow = ReturnType<typeof describe>;

/** Open requests about credits of the actor's providers. */
export function correctionSource(ctx: ScopedContext): ListSource<CorrectionRow> {
  const mine = and(eq(correctionRequests.state, "open"), inArray(offerings.providerId, ctx.scopeIds));
  const select = (where: SQL | undefined) => selectRequests(ctx, and(mine, where));
  return {
    shape: CORRECTION_LIST,
    tie: correctionRequests.id,
    order: {
      name: [persons.sortName],
      title: [lettersOf(courses.title)],
      origin: [correctionRequests.origin],
      hours: [correctionRequests.minutes],
      age: [ageSince(correctionRequests.createdAt)],
      number: [offerings.inServiceNumber],
      asked: [correctionRequests.createdAt],
    },
    where: {
      q: (typed) =>
        everyWord(typed, (word) =>
          or(
            isNamedBy(persons.id, word, ["names"]),
            holdsTyped(word, courses.title, offerings.inServiceNumber, correctionRequests.reason),
          ),
        ),
      origin: (origin) => sql`${correctionRequests.origin} = ${origin}`,
      from: (day) => fromDay(correctionRequests.createdAt, day, offerings.timeZone),
      to: (day) => untilDay(correctionRequests.createdAt, day, offerings.timeZone),
    },
    ...rowsOf(ctx.db, select, {
      describe: (rows) => {
        const personIds = rows.map(({ person }) => person.id);
        recordReading(ctx, { action: "corrections.listed", subjectId: "open", personIds });
        return rows.map((row) => describe(row, ctx.now));
      },
    }),
    cells: {
      name: (row) => row.name,
      title: (row) => row.title,
      origin: (row) => CORRECTION_ORIGIN_WORDS[row.origin],
      hours: (row) => (row.minutes === null ? null : formatHours(row.minutes)),
      reason: (row) => row.reason,
      age: (row) => formatAge(row.age),
      number: (row) => row.inServiceNumber,
      asked: (row) => formatDate(row.askedAt, row.timeZone),
      certificate: (row) => row.certificateNumber,
      email: (row) => row.email,
    },
  };
}

function selectRequests(ctx: ScopedContext, where: SQL | undefined) {
  const { id, claimId, origin, minutes, reason, createdAt } = correctionRequests;
  const { inServiceNumber, timeZone } = offerings;
  return ctx.db
    .select({
      request: { id, claimId, origin, minutes, reason, createdAt },
      person: LISTED,
      offering: { inServiceNumber, timeZone },
      title: courses.title,
    })
    .from(correctionRequests)
    .innerJoin(claims, eq(claims.id, correctionRequests.claimId))
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(persons, eq(persons.id, claims.personId))
    .where(where);
}

type JoinedRequest = ReturnType<ReturnType<typeof selectRequests>["all"]>[number];

function describe({ request, person, offering, title }: JoinedRequest, now: number) {
  return {
    id: request.id,
    claimId: request.claimId,
    personId: person.id,
    name: staffNameOf(person),
    email: person.email,
    certificateNumber: person.certificateNumber,
    title,
    inServiceNumber: offering.inServiceNumber,
    timeZone: offering.timeZone,
    origin: request.origin,
    minutes: request.minutes,
    reason: request.reason,
    askedAt: request.createdAt,
    age: now - request.createdAt,
  };
}
