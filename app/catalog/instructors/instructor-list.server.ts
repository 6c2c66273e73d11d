import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { instructors, offerings } from "#drizzle/schema/catalog";
import { instructorEntries } from "#drizzle/schema/proposals";
import { providers } from "#drizzle/schema/providers";
import type { ScopedContext } from "~/people/roles/permission.server";
import { holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { formatDate } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { isTaughtBy } from "./instructor-entry.server";
import { INSTRUCTOR_LIST } from "./instructor-list";

export type InstructorRow = ReturnType<ReturnType<typeof selectInstructors>["all"]>[number];

/** Instructors of the actor's providers, with what they taught. */
export function instructorSource(ctx: ScopedContext): ListSource<InstructorRow> {
  return {
    shape: INSTRUCTOR_LIST,
    tie: instructorEntries.id,
    order: {
      name: [lettersOf(instructorEntries.name)],
      provider: [lettersOf(providers.shortName)],
      account: [sql`${instructorEntries.email} is not null`],
      offerings: [sql`taught`],
      last: [sql`last_taught`],
      state: [sql`${instructorEntries.retiredAt} is not null`],
    },
    where: {
      q: (typed) => holdsTyped(typed, instructorEntries.name, instructorEntries.qualifications),
      provider: (id) => eq(instructorEntries.providerId, id),
      state: (state) =>
        state === "retired" ? isNotNull(instructorEntries.retiredAt) : isNull(instructorEntries.retiredAt),
    },
    ...rowsOf(ctx.db, (where) => selectInstructors(ctx, where), { describe: (rows) => rows }),
    cells: {
      name: (row) => row.name,
      provider: (row) => row.provider,
      qualifications: (row) => row.qualifications,
      account: (row) => (row.email ? "Yes" : "Guest"),
      offerings: (row) => row.taught,
      last: (row) => (row.lastTaught === null ? null : formatDate(row.lastTaught, row.timeZone)),
      state: (row) => (row.retiredAt === null ? "Proposed" : "Retired"),
    },
  };
}

function selectInstructors(ctx: ScopedContext, where: SQL | undefined) {
  const theirs = sql`from ${instructors} join ${offerings} on ${offerings.id} = ${instructors.offeringId} where ${isTaughtBy}`;
  const { id, name, email, qualifications, retiredAt } = instructorEntries;
  return ctx.db
    .select({
      ...{ id, name, email, qualifications, retiredAt },
      provider: providers.shortName,
      timeZone: providers.timeZone,
      taught: sql<number>`(select count(*) ${theirs})`.as("taught"),
      lastTaught: sql<number | null>`(select max(${offerings.startsAt}) ${theirs})`.as("last_taught"),
    })
    .from(instructorEntries)
    .innerJoin(providers, eq(providers.id, instructorEntries.providerId))
    .where(and(inArray(instructorEntries.providerId, ctx.scopeIds), where));
}
