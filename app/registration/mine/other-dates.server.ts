import { and, asc, eq, gt, ne } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import type { Offering } from "~/catalog/offerings/offering.server";
import { published } from "~/catalog/offerings/published";
import type { Context } from "~/platform/context";
import { formatDate, plural } from "~/platform/format";
import { countStatuses } from "~/registration/seats/registration-row.server";
import { freeSeats } from "~/registration/seats/seats";

/** Other published offerings of the course that are not over, as choices: dates, place and free seats. */
export function listOtherDates(ctx: Context, offering: Offering): { value: string; label: string }[] {
  const rows = ctx.db
    .select()
    .from(offerings)
    .where(
      and(
        eq(offerings.courseId, offering.courseId),
        ne(offerings.id, offering.id),
        eq(offerings.state, "published"),
        gt(offerings.endsAt, ctx.now),
      ),
    )
    .orderBy(asc(offerings.startsAt))
    .all();
  const countsOf = countStatuses(
    ctx.db,
    rows.map(({ id }) => id),
  );
  return rows.map(published).map(({ id, startsAt, timeZone, place, capacity, waitlistLimit }) => {
    const free = freeSeats({ ...countsOf(id), capacity, waitlistLimit });
    return { value: id, label: `${formatDate(startsAt, timeZone)}, ${place} (${plural(free, "seat")} free)` };
  });
}
