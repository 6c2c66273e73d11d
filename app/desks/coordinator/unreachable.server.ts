import { and, asc, desc, eq, exists, gt, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { persons } from "#drizzle/schema/people";
import { outboxMessages } from "#drizzle/schema/messages";
import { addressFaults } from "#drizzle/schema/platform";
import { registrations } from "#drizzle/schema/registration";
import { staffNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import type { Reader } from "~/platform/database/database.server";
import { LIVE_STATUSES } from "~/registration/seats/status";
import { BY_NAME } from "~/people/persons/person-names.server";

const FAILURES_SHOWN_MS = 30 * 24 * 3_600_000;
const MOST = 200;

/** Somebody in an offering to come whom mail does not reach. */
export interface UnreachablePerson {
  personId: string;
  name: string;
  /** Null for somebody without an address. */
  email: string | null;
  phone: string | null;
  reason: string | null;
  since: number | null;
  offerings: { offeringId: string; title: string; startsAt: number | null; timeZone: string }[];
}

/**
 * Whom mail does not reach among the people of the actor's offerings to come, and which messages about them were given up
 * lately. Looking is audited (P5). Three statements, however many people.
 */
export function listUnreachable(ctx: ScopedContext) {
  const people = listPeople(ctx.db, ctx);
  const failures = listFailures(ctx.db, ctx);
  const personIds = [...people, ...failures].map(({ personId }) => personId);
  recordReading(ctx, { action: "people.unreachable-read", subjectId: ctx.actor.personId, personIds });
  return { people, failures };
}

const toCome = (ctx: ScopedContext) =>
  and(
    inArray(offerings.providerId, ctx.scopeIds),
    eq(offerings.state, "published"),
    gt(offerings.endsAt, ctx.now),
    inArray(registrations.status, [...LIVE_STATUSES]),
  );

function listPeople(db: Reader, ctx: ScopedContext): UnreachablePerson[] {
  const rows = db
    .select({ person: persons, fault: addressFaults, offering: offerings, title: courses.title })
    .from(registrations)
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .leftJoin(addressFaults, eq(addressFaults.address, persons.email))
    .where(and(toCome(ctx), or(isNotNull(addressFaults.address), isNull(persons.email))))
    .orderBy(...BY_NAME, asc(offerings.startsAt))
    .limit(MOST)
    .all();
  const byPerson = new Map<string, UnreachablePerson>();
  for (const { person, fault, offering, title } of rows) {
    const known = byPerson.get(person.id) ?? {
      personId: person.id,
      name: staffNameOf(person),
      email: person.email,
      phone: person.phone,
      reason: fault?.reason ?? null,
      since: fault?.reportedAt ?? null,
      offerings: [],
    };
    const { startsAt, timeZone } = offering;
    known.offerings.push({ offeringId: offering.id, title, startsAt, timeZone });
    byPerson.set(person.id, known);
  }
  return [...byPerson.values()];
}

/** Messages to people of these offerings that were given up, newest first. */
function listFailures(db: Reader, ctx: ScopedContext) {
  const { id, kind, recipient, lastError, createdAt } = outboxMessages;
  const theirs = db
    .select({ one: sql`1` })
    .from(registrations)
    .innerJoin(offerings, eq(offerings.id, registrations.offeringId))
    .where(and(eq(registrations.personId, outboxMessages.personId), toCome(ctx)));
  return db
    .select({ id, kind, recipient, lastError, createdAt, personId: persons.id, person: persons })
    .from(outboxMessages)
    .innerJoin(persons, eq(persons.id, outboxMessages.personId))
    .where(and(eq(outboxMessages.state, "failed"), gt(createdAt, ctx.now - FAILURES_SHOWN_MS), exists(theirs)))
    .orderBy(desc(createdAt), desc(id))
    .limit(MOST)
    .all()
    .map(({ person, ...row }) => ({ ...row, name: staffNameOf(person) }));
}
