import { isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { courses, programAreas } from "#drizzle/schema/catalog";
import type { ActorContext } from "~/platform/context";
import { holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { AREA_LIST } from "./area-list";

export type AreaRow = ReturnType<ReturnType<typeof selectAreas>["all"]>[number];

const having = sql<number>`(select count(*) from ${courses} where ${courses.programArea} = "program_areas"."code")`;

/** Place among all, counted from 1; the numbers in the table may have gaps. */
const place = sql<number>`(select count(*) from program_areas before
  where before.position <= "program_areas"."position")`;

/** Every program area, in the order in which the catalog shows them unless asked otherwise. */
export function areaSource(ctx: ActorContext): ListSource<AreaRow> {
  return {
    shape: AREA_LIST,
    tie: programAreas.code,
    order: {
      name: [lettersOf(programAreas.name), programAreas.name],
      courses: [having],
      state: [sql`${programAreas.retiredAt} is not null`],
      order: [programAreas.position],
    },
    where: {
      q: (typed) => holdsTyped(typed, programAreas.name),
      state: (state) => (state === "retired" ? isNotNull(programAreas.retiredAt) : isNull(programAreas.retiredAt)),
      used: () => sql`${having} > 0`,
    },
    ...rowsOf(ctx.db, (where) => selectAreas(ctx, where), { describe: (rows) => rows }),
    cells: {
      name: (row) => row.name,
      courses: (row) => row.courses,
      state: (row) => (row.retiredAt === null ? "To choose" : "Retired"),
      order: (row) => row.place,
    },
  };
}

function selectAreas(ctx: ActorContext, where: SQL | undefined) {
  const { code, name, retiredAt } = programAreas;
  return ctx.db
    .select({
      ...{ id: code, name, retiredAt },
      courses: having.as("courses_here"),
      place: place.as("place"),
      isLast: sql<number>`${programAreas.position} = (select max(position) from ${programAreas})`.as("is_last"),
    })
    .from(programAreas)
    .where(where);
}
