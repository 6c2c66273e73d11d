import { and, eq, inArray, or } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import type { ScopedContext } from "~/people/roles/permission.server";
import { contains, holdsTyped } from "~/platform/database/contains.server";

/** A query of the ids of the offerings of the actor's providers whose course or in-service number holds a word. */
export function offeringsHolding({ db, scopeIds }: ScopedContext, word: string) {
  const titled = db.select({ id: courses.id }).from(courses).where(holdsTyped(word, courses.title));
  return db
    .select({ id: offerings.id })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(
      and(
        inArray(offerings.providerId, scopeIds),
        or(inArray(offerings.courseId, titled), contains(offerings.inServiceNumber, word)),
      ),
    );
}
