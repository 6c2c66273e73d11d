import { and, asc, eq, gt, inArray, notExists, sql } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import { published } from "~/catalog/offerings/published";
import { formatDate } from "~/platform/format";
import type { Reader } from "~/platform/database/database.server";
import { inAll, newest } from "~/platform/database/newest.server";
import { LIVE_STATUSES } from "~/registration/seats/status";

/** More than anybody looks through in a list to choose from. */
const MOST = 200;

/**
 * The published offerings of some providers that are not over, and in which a person has no place yet; for a choice: the
 * next of them, and how many there are.
 */
export function listRegisterOptions(
  db: Reader,
  { personId, providerIds, now }: { personId: string; providerIds: readonly string[]; now: number },
) {
  const live = db
    .select({ one: sql`1` })
    .from(registrations)
    .where(
      and(
        eq(registrations.offeringId, offerings.id),
        eq(registrations.personId, personId),
        inArray(registrations.status, [...LIVE_STATUSES]),
      ),
    );
  const found = db
    .select({ inAll, offering: offerings, title: courses.title })
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(
      and(
        inArray(offerings.providerId, [...providerIds]),
        eq(offerings.state, "published"),
        gt(offerings.endsAt, now),
        notExists(live),
      ),
    )
    .orderBy(asc(offerings.startsAt), asc(offerings.id))
    .limit(MOST)
    .all();
  const { rows, total } = newest(found);
  return {
    total,
    rows: rows.map(({ offering, title }) => ({
      value: offering.id,
      label: `${title}, ${formatDate(published(offering).startsAt, offering.timeZone)} (${offering.inServiceNumber})`,
    })),
  };
}
