import { isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { places } from "#drizzle/schema/proposals";
import type { ActorContext } from "~/platform/context";
import { holdsTyped } from "~/platform/database/contains.server";
import { lettersOf } from "~/platform/database/letter-order.server";
import { type ListSource, rowsOf } from "~/platform/lists/list-query.server";
import { PLACE_LIST } from "./place-list";

export type PlaceRow = ReturnType<ReturnType<typeof selectPlaces>["all"]>[number];

const named = sql<number>`(select count(*) from ${offerings} where ${offerings.place} = "places"."name")`;

/** Every place, with how many offerings name it. */
export function placeSource(ctx: ActorContext): ListSource<PlaceRow> {
  return {
    shape: PLACE_LIST,
    tie: places.id,
    order: {
      name: [lettersOf(places.name), places.name],
      address: [lettersOf(sql`coalesce(${places.address}, '')`)],
      holds: [places.capacity],
      used: [named],
      state: [sql`${places.retiredAt} is not null`],
    },
    where: {
      q: (typed) => holdsTyped(typed, places.name, places.address),
      state: (state) => (state === "retired" ? isNotNull(places.retiredAt) : isNull(places.retiredAt)),
      used: () => sql`${named} > 0`,
    },
    ...rowsOf(ctx.db, (where) => selectPlaces(ctx, where), { describe: (rows) => rows }),
    cells: {
      name: (row) => row.name,
      address: (row) => row.address,
      holds: (row) => row.capacity,
      used: (row) => row.offerings,
      state: (row) => (row.retiredAt === null ? "Proposed" : "Retired"),
      map: (row) => row.mapLink,
    },
  };
}

function selectPlaces(ctx: ActorContext, where: SQL | undefined) {
  const { id, name, address, mapLink, capacity, retiredAt } = places;
  return ctx.db
    .select({ id, name, address, mapLink, capacity, retiredAt, offerings: named.as("offerings_here") })
    .from(places)
    .where(where);
}
