import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { programAreas } from "#drizzle/schema/catalog";
import { microcredentials } from "#drizzle/schema/microcredentials/definitions";
import { portfolios } from "#drizzle/schema/microcredentials/portfolios";
import { providers } from "#drizzle/schema/providers";
import type { ScopedContext } from "~/people/roles/permission.server";
import { holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { formatDate } from "~/platform/format";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { MICROCREDENTIAL_STATE_LABELS } from "./definition";
import type { PortfolioStatus } from "~/microcredentials/portfolios/portfolio-status";
import { MICROCREDENTIAL_LIST } from "./microcredential-list";

export type MicrocredentialRow = ReturnType<ReturnType<typeof selectRows>["all"]>[number];

/** Micro-credentials of the actor's providers, with how many people are how far. */
export function microcredentialSource(ctx: ScopedContext): ListSource<MicrocredentialRow> {
  return {
    shape: MICROCREDENTIAL_LIST,
    tie: microcredentials.id,
    order: {
      title: [lettersOf(microcredentials.title), microcredentials.title],
      area: [lettersOf(programAreas.name)],
      state: [microcredentials.state],
      working: [sql`working`],
      waiting: [sql`waiting`],
      awarded: [sql`awarded`],
      changed: [microcredentials.updatedAt],
    },
    where: {
      q: (typed) => holdsTyped(typed, microcredentials.title),
      area: (code) => eq(microcredentials.programArea, code),
      state: (state) => sql`${microcredentials.state} = ${state}`,
    },
    ...rowsOf(ctx.db, (where) => selectRows(ctx, where), { describe: (rows) => rows }),
    cells: {
      title: (row) => row.title,
      area: (row) => row.area,
      state: (row) => MICROCREDENTIAL_STATE_LABELS[row.state],
      working: (row) => row.working,
      waiting: (row) => row.waiting,
      awarded: (row) => row.awarded,
      changed: (row) => formatDate(row.updatedAt, row.timeZone),
    },
  };
}

function selectRows(ctx: ScopedContext, where: SQL | undefined) {
  const inStatus = (...statuses: PortfolioStatus[]) =>
    sql<number>`(select count(*) from ${portfolios} where ${portfolios.microcredentialId} = ${microcredentials.id}
      and ${inArray(portfolios.status, statuses)})`;
  return ctx.db
    .select({
      id: microcredentials.id,
      title: microcredentials.title,
      state: microcredentials.state,
      area: programAreas.name,
      updatedAt: microcredentials.updatedAt,
      timeZone: providers.timeZone,
      working: inStatus("draft", "not-yet").as("working"),
      waiting: inStatus("submitted", "in-review").as("waiting"),
      awarded: inStatus("awarded").as("awarded"),
    })
    .from(microcredentials)
    .innerJoin(programAreas, eq(programAreas.code, microcredentials.programArea))
    .innerJoin(providers, eq(providers.id, microcredentials.providerId))
    .where(and(inArray(microcredentials.providerId, ctx.scopeIds), where));
}
