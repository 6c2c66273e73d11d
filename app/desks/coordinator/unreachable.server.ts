import {
  and,
  type AnyColumn,
  asc,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  isNull,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/messages";
import { addressFaults } from "#drizzle/schema/platform";
import { registrations } from "#drizzle/schema/registration";
import { staffNameOf } from "~/people/persons/name";
import { isGivenUp } from "~/messages/outbox/outbox.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { countRows } from "~/platform/database/rows.server";
import { LIVE_STATUSES } from "~/registration/seats/status";
import { isNamedBy, NAMED } from "~/people/persons/person-names.server";
import { contains, everyWord } from "~/platform/database/contains.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { formatDate } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { UNREACHABLE_LIST } from "./unreachable-list";

const FAILURES_SHOWN_MS = 30 * 24 * 3_600_000;
/** How many of them are shown at first: every name that a page shows is written to the log. */
const NEWEST = 50;
/** How many can be shown at all; an administrator's list of mail has the rest. */
const MOST = 1_000;

/** Somebody in an offering to come whom mail does not reach. */
export interface UnreachablePerson {
  id: string;
  name: string;
  /** Null for somebody without an address. */
  email: string | null;
  phone: string | null;
  reason: string | null;
  since: number | null;
  offerings: { offeringId: string; title: string; startsAt: number | null; timeZone: string }[];
}

/** Whom mail does not reach among the people of the actor's offerings to come. Looking is audited (P5). */
export function unreachableSource(ctx: ScopedContext): ListSource<UnreachablePerson> {
  return {
    shape: UNREACHABLE_LIST,
    tie: persons.id,
    order: { name: [persons.sortName], email: [persons.email], since: [addressFaults.reportedAt] },
    where: {
      q: (typed) =>
        everyWord(typed, (word) =>
          or(isNamedBy(persons.id, word, ["names", "address"]), contains(persons.phone, word)),
        ),
      why: (why) => (why === "none" ? isNull(persons.email) : isNotNull(persons.email)),
      from: (day) => fromDay(addressFaults.reportedAt, day, REGION_TIME_ZONE),
      to: (day) => untilDay(addressFaults.reportedAt, day, REGION_TIME_ZONE),
    },
    ...rowsOf(ctx.db, (where) => selectPeople(ctx, where), {
      id: ({ person }) => person.id,
      narrow: { select: (where) => selectIds(ctx, where), of: persons.id },
      describe: (rows) => {
        const personIds = rows.map(({ person }) => person.id);
        recordRead(ctx, personIds);
        const placesOf = listPlaces(ctx, personIds);
        return rows.map(({ person, fault }) => ({
          id: person.id,
          name: staffNameOf(person),
          email: person.email,
          phone: person.phone,
          reason: fault?.reason ?? null,
          since: fault?.reportedAt ?? null,
          offerings: placesOf.get(person.id) ?? [],
        }));
      },
    }),
    cells: {
      name: (row) => row.name,
      email: (row) => row.email ?? "None on file",
      phone: (row) => row.phone,
      reason: (row) => row.reason,
      since: (row) => (row.since === null ? null : formatDate(row.since, REGION_TIME_ZONE)),
      offerings: (row) => row.offerings.map(({ title }) => title).join("; "),
    },
  };
}

/**
 * Messages to people of the actor's offerings to come that were given up lately, newest first, and how many there are: the
 * newest of them, or all that are shown at all. Looking is audited (P5).
 */
export function listGivenUp(ctx: ScopedContext, all = false) {
  const most = all ? MOST : NEWEST;
  const failures = selectFailures(ctx)
    .limit(most)
    .all()
    .map(({ person, ...row }) => ({ ...row, name: staffNameOf(person) }));
  if (failures.length > 0)
    recordRead(
      ctx,
      failures.map(({ personId }) => personId),
    );
  return { failures, total: failures.length < most ? failures.length : countRows(ctx.db, selectFailures(ctx)) };
}

function recordRead(ctx: ScopedContext, personIds: readonly string[]): void {
  recordReading(ctx, { action: "people.unreachable-read", subjectId: ctx.actor.personId, personIds: [...personIds] });
}

/** Condition on `registrations`: to one of the actor's offerings to come, which are found once for a whole statement. */
function isToCome(ctx: ScopedContext): SQL | undefined {
  const coming = ctx.db
    .select({ id: offerings.id })
    .from(offerings)
    .where(
      and(
        inArray(offerings.providerId, ctx.scopeIds),
        // With a plus: published are most of all years, to come are few.
        sql`+${eq(offerings.state, "published")}`,
        gt(offerings.endsAt, ctx.now),
      ),
    );
  // With a plus: whose registrations they are is known, and finds fewer.
  return and(inArray(registrations.status, [...LIVE_STATUSES]), inArray(sql`+${registrations.offeringId}`, coming));
}

/** Whether a person of an outer query comes to one of them. */
const isExpected = (ctx: ScopedContext, personId: AnyColumn): SQL =>
  exists(
    ctx.db
      .select({ one: sql`1` })
      .from(registrations)
      .where(and(eq(registrations.personId, personId), isToCome(ctx))),
  );

const selectPeople = (ctx: ScopedContext, where: SQL | undefined) =>
  ctx.db
    .select({
      person: { ...NAMED, email: persons.email, phone: persons.phone },
      fault: { reason: addressFaults.reason, reportedAt: addressFaults.reportedAt },
    })
    .from(persons)
    .leftJoin(addressFaults, eq(addressFaults.address, persons.email))
    .where(and(isMeant(ctx), where));

const selectIds = (ctx: ScopedContext, where: SQL | undefined) =>
  ctx.db
    .select({ id: persons.id })
    .from(persons)
    .leftJoin(addressFaults, eq(addressFaults.address, persons.email))
    .where(and(isMeant(ctx), where));

const isMeant = (ctx: ScopedContext): SQL | undefined => and(isUnreachable, isExpected(ctx, persons.id));

/** Few among all people, and found before their registrations. */
const isUnreachable = or(
  inArray(persons.email, sql`(select ${addressFaults.address} from ${addressFaults})`),
  isNull(persons.email),
);

/** The offerings to come of these people, soonest first. */
function listPlaces(ctx: ScopedContext, personIds: readonly string[]) {
  const { id: offeringId, startsAt, timeZone } = offerings;
  const rows = ctx.db
    .select({ personId: registrations.personId, place: { offeringId, title: courses.title, startsAt, timeZone } })
    .from(registrations)
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(and(isToCome(ctx), inArray(registrations.personId, [...personIds])))
    .orderBy(asc(offerings.startsAt))
    .all();
  const byPerson = Map.groupBy(rows, ({ personId }) => personId);
  return new Map([...byPerson].map(([personId, each]) => [personId, each.map(({ place }) => place)]));
}

function selectFailures(ctx: ScopedContext) {
  const { id, kind, recipient, lastError, createdAt } = outboxMessages;
  return ctx.db
    .select({ id, kind, recipient, lastError, createdAt, personId: persons.id, person: NAMED })
    .from(outboxMessages)
    .innerJoin(persons, eq(persons.id, outboxMessages.personId))
    .where(and(isGivenUp, gt(createdAt, ctx.now - FAILURES_SHOWN_MS), isExpected(ctx, outboxMessages.personId)))
    .orderBy(desc(createdAt), desc(id));
}
