import { and, count, eq, isNull, ne } from "drizzle-orm";
import type { z } from "zod";
import { offerings, sessions } from "#drizzle/schema/catalog";
import { places } from "#drizzle/schema/proposals";
import { listChangeHistory } from "~/people/history/change-history.server";
import type { ChangeWords } from "~/people/history/change-words";
import { recordAudit } from "~/platform/audit/audit.server";
import { type Changes, changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { PlaceInput, placePageForm } from "./place-form";
import { byLetters } from "~/platform/database/letter-order.server";

type Place = typeof places.$inferSelect;
export type PlaceRefusal = "unknown-place" | "name-taken" | "name-used" | "place-used";

/** Each refusal in plain words, and the field that it is about. */
export const PLACE_REFUSALS: Record<PlaceRefusal, { words: string; field?: string }> = {
  "unknown-place": { words: "This place does not exist any more." },
  "name-taken": { words: "Another place has this name.", field: "name" },
  "name-used": {
    words: "Offerings name this place, so its name stays. Add another and retire this one.",
    field: "name",
  },
  "place-used": { words: "Offerings name this place, so it stays on record. Retire it instead." },
};

const NOTHING: PlaceInput = { name: "", address: null, directions: null, mapLink: null, capacity: null };

const WORDS: ChangeWords = {
  actions: new Map([
    ["place.added", "Added"],
    ["place.changed", "Changed"],
    ["place.retired", "Retired"],
    ["place.restored", "Proposed again"],
  ]),
  fields: new Map([
    ["name", "name"],
    ["address", "address"],
    ["directions", "directions"],
    ["mapLink", "map"],
    ["capacity", "people"],
  ]),
};

/** What the form of a place shows of it. */
export const toPlaceDraft = ({ name, address, directions, mapLink, capacity }: PlaceInput): PlaceInput => ({
  name,
  address,
  directions,
  mapLink,
  capacity,
});

/** The places that the form of an offering proposes, by name. */
export function listProposedPlaces(db: Reader): { name: string; address: string | null; capacity: number | null }[] {
  return db
    .select({ name: places.name, address: places.address, capacity: places.capacity })
    .from(places)
    .where(isNull(places.retiredAt))
    .orderBy(byLetters(places.name))
    .all();
}

/** A place by the name that an offering has; undefined when it is none of the list. */
export function findPlaceNamed(db: Reader, name: string): Place | undefined {
  return db.select().from(places).where(eq(places.name, name)).get();
}

/** A place by its id; undefined when there is none. */
export const findPlace = (db: Reader, placeId: string): Place | undefined =>
  db.select().from(places).where(eq(places.id, placeId)).get();

/**
 * One place with how many offerings and sessions name it, and what was done to it.
 * @throws Response 404
 */
export function getPlace(db: Reader, placeId: string) {
  const place = findPlace(db, placeId);
  if (!place) throw notFound();
  return { place, uses: countUses(db, place.name), history: listChangeHistory(db, placeId, WORDS) };
}

/** An administrator adds a place. Returns its id. */
export function addPlace(ctx: ActorContext, input: PlaceInput): Outcome<string, PlaceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    if (isTaken(tx, input.name, "")) return refuse("name-taken");
    const id = newId();
    tx.insert(places)
      .values({ id, ...input })
      .run();
    record(tx, ctx, "added", id, changesBetween(NOTHING, input));
    return ok(id);
  });
}

/** An administrator changes, retires, restores or deletes a place. Returns what to say. */
export function changePlace(
  ctx: ActorContext,
  placeId: string,
  form: z.output<typeof placePageForm>,
): Outcome<string, PlaceRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findPlace(tx, placeId);
    if (!before) return refuse("unknown-place");
    switch (form.intent) {
      case "save-place": {
        return save(tx, ctx, before, toPlaceDraft(form));
      }
      case "retire-place":
        return write(tx, ctx, before, { retiredAt: before.retiredAt ?? ctx.now }, "retired");
      case "restore-place":
        return write(tx, ctx, before, { retiredAt: null }, "restored");
      case "delete-place":
        if (countUses(tx, before.name) > 0) return refuse("place-used");
        tx.delete(places).where(eq(places.id, placeId)).run();
        record(tx, ctx, "deleted", placeId, changesBetween<object>(before, NOTHING));
        return ok(`${before.name} is deleted.`);
    }
  });
}

function save(tx: Transaction, ctx: ActorContext, before: Place, input: PlaceInput): Outcome<string, PlaceRefusal> {
  if (isTaken(tx, input.name, before.id)) return refuse("name-taken");
  if (input.name !== before.name && countUses(tx, before.name) > 0) return refuse("name-used");
  return write(tx, ctx, before, input, "changed");
}

function write(
  tx: Transaction,
  ctx: ActorContext,
  before: Place,
  values: Partial<Place>,
  what: string,
): Outcome<string, PlaceRefusal> {
  tx.update(places).set(values).where(eq(places.id, before.id)).run();
  record(tx, ctx, what, before.id, changesBetween<object>(before, values));
  return ok("Saved.");
}

const record = (tx: Transaction, ctx: ActorContext, what: string, subjectId: string, changes: Changes) =>
  recordAudit(tx, ctx, { action: `place.${what}`, subjectId, detail: { changes } });

const isTaken = (db: Reader, name: string, except: string): boolean =>
  db
    .select({ id: places.id })
    .from(places)
    .where(and(eq(places.name, name), ne(places.id, except)))
    .get() !== undefined;

/** Offerings and single sessions that name a place. */
function countUses(db: Reader, name: string): number {
  const named = countOf(db.select({ count: count() }).from(offerings).where(eq(offerings.place, name)));
  return named + countOf(db.select({ count: count() }).from(sessions).where(eq(sessions.place, name)));
}
