import { and, asc, count, desc, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import type { OfferingState } from "~/catalog/offerings/offering-state";
import type { ScopedContext } from "~/people/roles/permission.server";
import { holdsTyped } from "~/platform/database/contains.server";
import { countOf } from "~/platform/database/rows.server";
import { PAGE_SIZE } from "~/platform/http/responses.server";
import { countStatuses } from "~/registration/seats/registration-row.server";

/** What narrows a coordinator's list of offerings. */
export interface OfferingFilters {
  words: string;
  state: OfferingState | null;
  when: "coming" | "past" | "all";
  courseId?: string;
}

const COLUMNS = {
  id: offerings.id,
  courseId: offerings.courseId,
  title: courses.title,
  state: offerings.state,
  inServiceNumber: offerings.inServiceNumber,
  place: offerings.place,
  modality: offerings.modality,
  startsAt: offerings.startsAt,
  endsAt: offerings.endsAt,
  timeZone: offerings.timeZone,
  capacity: offerings.capacity,
  waitlistLimit: offerings.waitlistLimit,
  approvedMinutes: offerings.approvedMinutes,
  sessionCount: sql<number>`(select count(*) from ${sessions} where ${sessions.offeringId} = ${offerings.id})`,
};

/**
 * Offerings of the providers that the actor coordinates, a page at a time: what comes soonest first, what is past newest
 * first. Three statements, however many rows there are.
 */
export function listScopedOfferings(ctx: ScopedContext, filters: OfferingFilters, page: number) {
  const where = conditions(ctx, filters);
  const rows = ctx.db
    .select(COLUMNS)
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(where)
    .orderBy(
      filters.when === "coming" ? asc(sql`coalesce(${offerings.startsAt}, 0)`) : desc(offerings.startsAt),
      asc(offerings.id),
    )
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .all();
  const total = countOf(
    ctx.db
      .select({ count: count() })
      .from(offerings)
      .innerJoin(courses, eq(courses.id, offerings.courseId))
      .where(where),
  );
  const countsOf = countStatuses(
    ctx.db,
    rows.map(({ id }) => id),
  );
  return {
    total,
    rows: rows.map(({ capacity, waitlistLimit, ...row }) => ({
      ...row,
      isOver: row.endsAt !== null && row.endsAt <= ctx.now,
      seats: { capacity, waitlistLimit, ...countsOf(row.id) },
    })),
  };
}

export type OfferingRow = ReturnType<typeof listScopedOfferings>["rows"][number];

function conditions(ctx: ScopedContext, { words, state, when, courseId }: OfferingFilters): SQL | undefined {
  const over = lt(offerings.endsAt, ctx.now);
  return and(
    inArray(offerings.providerId, ctx.scopeIds),
    holdsTyped(
      words,
      courses.title,
      offerings.inServiceNumber,
      offerings.place,
      offerings.address,
      offerings.claimCode,
    ),
    state ? eq(offerings.state, state) : undefined,
    when === "past" ? over : when === "coming" ? sql`not coalesce(${over}, 0)` : undefined,
    courseId ? eq(offerings.courseId, courseId) : undefined,
  );
}
