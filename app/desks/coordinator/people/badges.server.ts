import { and, eq, inArray } from "drizzle-orm";
import { persons } from "#drizzle/schema/people";
import { registrations } from "#drizzle/schema/registration";
import { listInstructors } from "~/catalog/offerings/offering-parts.server";
import type { Offering } from "~/catalog/offerings/offering.server";
import { getCourse } from "~/catalog/courses/course.server";
import { listWorkplacesOn } from "~/people/affiliations/workplace.server";
import { displayNameOf } from "~/people/persons/name";
import { BY_NAME } from "~/people/persons/person-names.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordReading } from "~/platform/audit/reading-log.server";
import { dateOf } from "~/platform/time/time-zone";
import { ROSTER_STATUSES } from "~/registration/seats/status";

/** What stands on name badges: everybody on the roster by the name they go by, with where they work, and who teaches. */
export function listBadges(ctx: ScopedContext, offering: Offering) {
  const people = ctx.db
    .select({ person: persons })
    .from(registrations)
    .innerJoin(persons, eq(persons.id, registrations.personId))
    .where(and(eq(registrations.offeringId, offering.id), inArray(registrations.status, [...ROSTER_STATUSES])))
    .orderBy(...BY_NAME)
    .all()
    .map(({ person }) => person);
  recordReading(ctx, {
    action: "registrations.read",
    subjectId: offering.id,
    personIds: people.map(({ id }) => id),
  });
  const day = dateOf(offering.startsAt ?? ctx.now, offering.timeZone);
  const workplaces = listWorkplacesOn(
    ctx.db,
    people.map(({ id }) => ({ personId: id, day })),
  );
  return {
    title: getCourse(ctx.db, offering.courseId).title,
    badges: [
      ...listInstructors(ctx.db, offering.id).map(({ id, name }) => ({ id, name, below: "Instructor" })),
      ...people.map((person, index) => ({
        id: person.id,
        name: displayNameOf(person),
        below: workplaces[index]?.organisation ?? "",
      })),
    ],
  };
}
