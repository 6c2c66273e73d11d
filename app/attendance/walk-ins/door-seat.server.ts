import { desc, eq } from "drizzle-orm";
import type { Offering } from "~/catalog/offerings/offering.server";
import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { teaches } from "~/registration/seats/eligibility.server";
import {
  changeStatus,
  countSeats,
  findLiveRegistration,
  insertRegistration,
} from "~/registration/seats/registration-row.server";
import { freeSeats } from "~/registration/seats/seats";
import { registrationChanges } from "#drizzle/schema/registration";
import { holdsSeat } from "~/registration/seats/status";

const WALKED_IN = "walk-in";
const CAME_TO_DOOR = "came to the door";
const NOT_AT_DOOR = "was not at the door";

/**
 * Puts somebody who stands at the door on the roster (T2): a seat that they hold already becomes a registration, anyone
 * else needs a free one, for there are never more than the capacity (R2). An instructor is on the roster as such.
 */
export function takeSeatAtDoor(
  tx: Transaction,
  ctx: ActorContext,
  offering: Offering,
  personId: string,
): Outcome<null, "no-seat" | "teaches-here"> {
  const offeringId = offering.id;
  const live = findLiveRegistration(tx, offeringId, personId);
  const held = live !== null && holdsSeat(live.status);
  if (!live && teaches(tx, offeringId, personId)) return refuse("teaches-here");
  if (!held && !hasFreeSeat(tx, offering)) return refuse("no-seat");
  if (!live) insertRegistration(tx, ctx, { offeringId, personId, status: "registered", reason: WALKED_IN });
  else if (live.status === "waitlisted" || live.status === "offered" || live.status === "requested") {
    changeStatus(tx, ctx, live, "registered", { reason: CAME_TO_DOOR });
  }
  return ok(null);
}

/** Whether somebody at the door can be given a seat (R2). */
export function hasFreeSeat(tx: Transaction, offering: Offering): boolean {
  return freeSeats(countSeats(tx, offering)) > 0;
}

/**
 * Takes back what `takeSeatAtDoor` gave at an instant: whoever was new has withdrawn, whoever waited waits again, behind
 * those who wait now. A seat that was held before stays theirs.
 */
export function giveSeatBack(
  tx: Transaction,
  ctx: ActorContext,
  { offeringId, personId, since }: { offeringId: string; personId: string; since: number },
): void {
  const live = findLiveRegistration(tx, offeringId, personId);
  if (live?.status !== "registered") return;
  const { registrationId, id } = registrationChanges;
  const last = tx
    .select()
    .from(registrationChanges)
    .where(eq(registrationId, live.id))
    .orderBy(desc(id))
    .limit(1)
    .get();
  const given = last?.at === since && (last.reason === WALKED_IN || last.reason === CAME_TO_DOOR);
  if (!given || (last.fromStatus !== null && last.fromStatus !== "waitlisted")) return;
  changeStatus(tx, ctx, live, "withdrawn", { reason: NOT_AT_DOOR });
  if (last.fromStatus === "waitlisted") {
    insertRegistration(tx, ctx, { offeringId, personId, status: "waitlisted", reason: NOT_AT_DOOR });
  }
}
