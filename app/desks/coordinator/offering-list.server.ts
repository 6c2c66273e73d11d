import { and, count, eq, gte, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { courses, offerings, sessions } from "#drizzle/schema/catalog";
import { countClaims } from "~/credits/claims/claim-count.server";
import { OFFERING_STATE_LABELS } from "~/catalog/state-words";
import type { ScopedContext } from "~/people/roles/permission.server";
import { holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import type { Newest } from "~/platform/database/newest.server";
import { countOf } from "~/platform/database/rows.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { formatHours } from "~/platform/format";
import { type ListSource, readMatching, rowsOf } from "~/platform/lists/list-query.server";
import { countStatuses } from "~/registration/seats/registration-row.server";
import { OFFERING_LISTS, OFFERING_TIMES, type OfferingTime } from "./offering-list";
import { claimsInWords, seatsOf, whenInWords } from "./offering-words";

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

/** When the offerings are that an address asks for. */
export const offeringTimeOf = (search: URLSearchParams): OfferingTime =>
  OFFERING_TIMES.find((each) => each === search.get("when")) ?? "coming";

/** Offerings of the providers that the actor coordinates, of the time that an address asks for; of one course, where it is named. */
export function offeringSource(
  ctx: ScopedContext,
  search: URLSearchParams,
  courseId?: string,
): ListSource<OfferingRow> {
  const time = offeringTimeOf(search);
  const over = lt(offerings.endsAt, ctx.now);
  const times = { past: over, coming: or(gte(offerings.endsAt, ctx.now), isNull(offerings.endsAt)), all: undefined };
  const meant = and(times[time], courseId === undefined ? undefined : eq(offerings.courseId, courseId));
  return {
    shape: OFFERING_LISTS[time],
    tie: offerings.id,
    order: {
      offering: [lettersOf(courses.title)],
      number: [offerings.inServiceNumber],
      when: [sql`coalesce(${offerings.startsAt}, 0)`],
      place: [lettersOf(offerings.place)],
      state: [offerings.state],
      hours: [offerings.approvedMinutes],
      capacity: [offerings.capacity],
    },
    where: {
      q: (typed) => {
        const { inServiceNumber, place, address, claimCode } = offerings;
        return holdsTyped(typed, courses.title, inServiceNumber, place, address, claimCode);
      },
      // Which offerings there are rests on it already: without it, those to come.
      when: () => undefined,
      state: (state) => sql`${offerings.state} = ${state}`,
      from: (day) => fromDay(offerings.startsAt, day, offerings.timeZone),
      to: (day) => untilDay(offerings.startsAt, day, offerings.timeZone),
    },
    ...rowsOf(ctx.db, (where) => select(ctx, and(meant, where)), {
      id: ({ id }) => id,
      narrow: { select: (where) => selectIds(ctx, and(meant, where)), of: offerings.id },
      describe: (rows) => describe(ctx, rows),
    }),
    cells: {
      offering: (row) => row.title,
      number: (row) => row.inServiceNumber,
      when: whenInWords,
      place: (row) => row.place,
      state: (row) => OFFERING_STATE_LABELS[row.state],
      seats: seatsOf,
      claims: (row) => claimsInWords(row.claims),
      hours: (row) => (row.approvedMinutes === null ? null : formatHours(row.approvedMinutes)),
      registered: (row) => row.seats.registered,
      waiting: (row) => row.seats.waiting,
      capacity: (row) => row.seats.capacity,
    },
  };
}

const NEWEST_OF_COURSE = 100;
const MOST_OF_COURSE = 1_000;

/**
 * A course's offerings, newest first, and how many there are.
 * @param all more of them than the newest hundred
 */
export function listOfferingsOfCourse(ctx: ScopedContext, courseId: string, all = false): Newest<OfferingRow> {
  const search = new URLSearchParams({ when: "all" });
  const theirs = and(eq(offerings.courseId, courseId), inArray(offerings.providerId, ctx.scopeIds));
  return {
    rows: readMatching(offeringSource(ctx, search, courseId), search, all ? MOST_OF_COURSE : NEWEST_OF_COURSE),
    total: countOf(ctx.db.select({ count: count() }).from(offerings).where(theirs)),
  };
}

function select(ctx: ScopedContext, where: SQL | undefined) {
  return ctx.db
    .select(COLUMNS)
    .from(offerings)
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .where(and(inArray(offerings.providerId, ctx.scopeIds), where));
}

const selectIds = (ctx: ScopedContext, where: SQL | undefined) =>
  ctx.db
    .select({ id: offerings.id })
    .from(offerings)
    .leftJoin(courses, eq(courses.id, offerings.courseId))
    .where(and(inArray(offerings.providerId, ctx.scopeIds), where));

type JoinedOffering = ReturnType<ReturnType<typeof select>["all"]>[number];

function describe(ctx: ScopedContext, rows: readonly JoinedOffering[]) {
  const ids = rows.map(({ id }) => id);
  const [countsOf, claimsOf] = [countStatuses(ctx.db, ids), countClaims(ctx.db, ids)];
  return rows.map(({ capacity, waitlistLimit, ...row }) => ({
    ...row,
    isOver: row.endsAt !== null && row.endsAt <= ctx.now,
    seats: { capacity, waitlistLimit, ...countsOf(row.id) },
    claims: claimsOf(row.id),
  }));
}

export type OfferingRow = ReturnType<typeof describe>[number];
