import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { courses, offerings, programAreas } from "#drizzle/schema/catalog";
import { providers } from "#drizzle/schema/providers";
import { COURSE_STATE_LABELS } from "~/catalog/state-words";
import type { ScopedContext } from "~/people/roles/permission.server";
import { holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { formatDate } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { COURSE_LIST } from "./course-list";

export type CourseRow = ReturnType<ReturnType<typeof selectCourses>["all"]>[number];

/** Courses of the actor's providers, with how many published offerings are to come. */
export function courseSource(ctx: ScopedContext): ListSource<CourseRow> {
  const counts = countsOf(ctx);
  return {
    shape: COURSE_LIST,
    tie: courses.id,
    order: {
      title: [lettersOf(courses.title), courses.title],
      area: [lettersOf(programAreas.name)],
      state: [courses.state],
      coming: [counts.coming],
      all: [counts.all],
      last: [counts.lastBegins],
      changed: [courses.updatedAt],
    },
    where: {
      q: (typed) => holdsTyped(typed, courses.title),
      area: (code) => eq(courses.programArea, code),
      state: (state) => sql`${courses.state} = ${state}`,
    },
    ...rowsOf(ctx.db, (where) => selectCourses(ctx, where), {
      id: ({ id }) => id,
      narrow: { select: (where) => selectIds(ctx, where), of: courses.id },
      describe: (rows) => rows,
    }),
    cells: {
      title: (row) => row.title,
      area: (row) => row.area,
      state: (row) => COURSE_STATE_LABELS[row.state],
      coming: (row) => row.coming,
      all: (row) => row.all,
      last: (row) => (row.lastBegins === null ? null : formatDate(row.lastBegins, row.timeZone)),
      changed: (row) => formatDate(row.updatedAt, row.timeZone),
    },
  };
}

/** What is counted of a course's offerings: for each row that is shown, or sorted by it. */
function countsOf({ now }: ScopedContext) {
  const theirs = sql`from ${offerings} where ${offerings.courseId} = ${courses.id}`;
  return {
    coming: sql<number>`(select count(*) ${theirs} and ${offerings.state} = 'published' and ${offerings.startsAt} > ${now})`,
    all: sql<number>`(select count(*) ${theirs})`,
    lastBegins: sql<number | null>`(select max(${offerings.startsAt}) ${theirs})`,
  };
}

function selectCourses(ctx: ScopedContext, where: SQL | undefined) {
  return ctx.db
    .select({
      id: courses.id,
      title: courses.title,
      state: courses.state,
      area: programAreas.name,
      updatedAt: courses.updatedAt,
      timeZone: providers.timeZone,
      ...countsOf(ctx),
    })
    .from(courses)
    .innerJoin(programAreas, eq(programAreas.code, courses.programArea))
    .innerJoin(providers, eq(providers.id, courses.providerId))
    .where(and(inArray(courses.providerId, ctx.scopeIds), where));
}

const selectIds = (ctx: ScopedContext, where: SQL | undefined) =>
  ctx.db
    .select({ id: courses.id })
    .from(courses)
    .leftJoin(programAreas, eq(programAreas.code, courses.programArea))
    .where(and(inArray(courses.providerId, ctx.scopeIds), where));
