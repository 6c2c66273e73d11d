import { and, inArray, or, sql } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { coursesTitled } from "~/catalog/courses/titled.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { contains } from "~/platform/database/contains.server";

/**
 * A query of the ids of the offerings of the actor's providers whose course or in-service number holds a word. Numbers are looked
 * through in their index, and courses alone, which are fewer: of all offerings only those that are found are read.
 */
export function offeringsHolding({ db, scopeIds }: ScopedContext, word: string) {
  const numbered = sql`(select rowid from ${offerings} where ${contains(offerings.inServiceNumber, word)})`;
  return db
    .select({ id: offerings.id })
    .from(offerings)
    .where(
      and(
        // With a plus, so that the few are found first.
        inArray(sql`+${offerings.providerId}`, scopeIds),
        or(inArray(offerings.courseId, coursesTitled(db, word)), sql`${offerings}.rowid in ${numbered}`),
      ),
    );
}
