import { and, asc, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { courses, instructors, offerings, sessions } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import type { Reader } from "~/platform/database/database.server";
import { formatSessionLine } from "~/platform/format";
import type { RegistrationStatus } from "./status";

/** A session that a person holds, or teaches, at the same time as one of an offering's. */
export interface Clash {
  title: string;
  /** Ready to read. */
  when: string;
}

/** Registrations whose sessions a person holds. */
const HELD = ["registered", "requested", "offered"] as const satisfies readonly RegistrationStatus[];

/** Sessions of other offerings that a person holds or teaches, and that overlap one of this offering's (R9). */
export function findClashes(db: Reader, personId: string, offeringId: string): Clash[] {
  // What people do on their own time clashes with nothing.
  const here = db
    .select()
    .from(sessions)
    .where(and(eq(sessions.offeringId, offeringId), isNull(sessions.ownMinutes)))
    .all();
  if (here.length === 0) return [];
  const held = db
    .select({ id: registrations.offeringId })
    .from(registrations)
    .where(and(eq(registrations.personId, personId), inArray(registrations.status, [...HELD])));
  const taught = db.select({ id: instructors.offeringId }).from(instructors).where(eq(instructors.personId, personId));
  // The plus signs keep the database from starting with all sessions of a time, or all published offerings: the person's
  // few are what it starts with.
  const overlapping = here.map(
    ({ startsAt, endsAt }) => sql`(+${sessions.startsAt} < ${endsAt} and +${sessions.endsAt} > ${startsAt})`,
  );
  return db
    .selectDistinct({
      title: courses.title,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      timeZone: sessions.timeZone,
    })
    .from(sessions)
    .innerJoin(offerings, eq(offerings.id, sessions.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(
      and(
        ne(sessions.offeringId, offeringId),
        isNull(sessions.ownMinutes),
        sql`+${eq(offerings.state, "published")}`,
        inArray(sessions.offeringId, held.unionAll(taught)),
        or(...overlapping),
      ),
    )
    .orderBy(asc(sessions.startsAt))
    .all()
    .map(({ title, startsAt, endsAt, timeZone }) => ({ title, when: formatSessionLine(startsAt, endsAt, timeZone) }));
}
