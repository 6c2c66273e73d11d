import { and, count, eq, gt, inArray, isNotNull, lt, lte, ne, type SQL, sql } from "drizzle-orm";
import { attendanceConfirmations } from "#drizzle/schema/attendance";
import { courses, offerings } from "#drizzle/schema/catalog";
import { registrations } from "#drizzle/schema/registration";
import { myOfferings } from "~/attendance/attendance-right.server";
import type { ActorContext } from "~/platform/context";
import { holdsTyped } from "~/platform/database/contains.server";
import { countOf } from "~/platform/database/rows.server";
import { fromDay, untilDay } from "~/platform/database/zone-date.server";
import { formatDateTime } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { ROSTER_STATUSES } from "~/registration/seats/status";
import { ATTENDANCE_WORDS, type AttendanceState, MY_OFFERINGS_LIST, type When } from "./my-offerings-list";

/** How many are on the roster of an offering. */
export const expected = sql<number>`(select count(*) from ${registrations} where ${registrations.offeringId} = ${offerings.id}
  and ${inArray(registrations.status, [...ROSTER_STATUSES])})`;

const isConfirmed = sql<number>`exists (select 1 from ${attendanceConfirmations}
  where ${attendanceConfirmations.offeringId} = ${offerings.id})`;

/** Offerings that are over and whose attendance nobody has confirmed. */
export const waitsForConfirmation = (now: number): SQL | undefined =>
  and(ne(offerings.state, "cancelled"), lt(offerings.endsAt, now), sql`not ${isConfirmed}`);

/** How many of the actor's offerings are over and wait for confirmation. */
export const countUnconfirmed = (ctx: ActorContext): number =>
  countOf(
    ctx.db
      .select({ count: count() })
      .from(offerings)
      // With a plus: published are most of all years and providers, the actor's are fewer.
      .where(and(myOfferings(ctx), sql`+${eq(offerings.state, "published")}`, waitsForConfirmation(ctx.now))),
  );

export interface MyOfferingRow {
  id: string;
  title: string;
  place: string;
  inServiceNumber: string | null;
  startsAt: number | null;
  endsAt: number | null;
  timeZone: string;
  people: number;
  state: AttendanceState;
}

/** Every offering, of whatever year, whose attendance the actor takes. */
export function myOfferingsSource(ctx: ActorContext): ListSource<MyOfferingRow> {
  const mine = and(myOfferings(ctx), isNotNull(offerings.publishedAt));
  const select = (where: SQL | undefined) =>
    ctx.db
      .select({ offering: offerings, title: courses.title, people: expected, isConfirmed })
      .from(offerings)
      .innerJoin(courses, eq(courses.id, offerings.courseId))
      .where(and(mine, where));
  return {
    shape: MY_OFFERINGS_LIST,
    tie: offerings.id,
    order: {
      title: [courses.title],
      starts: [offerings.startsAt],
      ends: [offerings.endsAt],
      place: [offerings.place],
      people: [expected],
      number: [offerings.inServiceNumber],
    },
    where: {
      q: (typed) => holdsTyped(typed, courses.title, offerings.place, offerings.inServiceNumber),
      when: (value) => whenIs(ctx.now, value as When),
      from: (day) => fromDay(offerings.startsAt, day, offerings.timeZone),
      to: (day) => untilDay(offerings.startsAt, day, offerings.timeZone),
    },
    ...rowsOf(ctx.db, select, { describe: (rows) => rows.map((row) => describe(row, ctx.now)) }),
    cells: {
      title: (row) => row.title,
      starts: (row) => (row.startsAt === null ? null : formatDateTime(row.startsAt, row.timeZone)),
      ends: (row) => (row.endsAt === null ? null : formatDateTime(row.endsAt, row.timeZone)),
      place: (row) => row.place,
      people: (row) => row.people,
      state: (row) => ATTENDANCE_WORDS[row.state].text,
      number: (row) => row.inServiceNumber,
    },
  };
}

interface JoinedOffering {
  offering: typeof offerings.$inferSelect;
  title: string;
  people: number;
  isConfirmed: number;
}

function describe({ offering, title, people, isConfirmed: confirmed }: JoinedOffering, now: number): MyOfferingRow {
  const { id, place, inServiceNumber, startsAt, endsAt, timeZone } = offering;
  const state = stateOf(offering, confirmed === 1, now);
  return { id, title, place, inServiceNumber, startsAt, endsAt, timeZone, people, state };
}

function whenIs(now: number, when: When): SQL | undefined {
  switch (when) {
    case "coming":
      return gt(offerings.startsAt, now);
    case "running":
      return and(lte(offerings.startsAt, now), gt(offerings.endsAt, now));
    case "past":
      return lte(offerings.endsAt, now);
    case "to-confirm":
      return waitsForConfirmation(now);
  }
}

function stateOf(
  { state, startsAt, endsAt }: Pick<typeof offerings.$inferSelect, "state" | "startsAt" | "endsAt">,
  confirmed: boolean,
  now: number,
): AttendanceState {
  if (state === "cancelled") return "cancelled";
  if (confirmed) return "confirmed";
  if ((startsAt ?? 0) > now) return "coming";
  return (endsAt ?? 0) > now ? "running" : "to-confirm";
}
