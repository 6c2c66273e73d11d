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
import { holdsSeat } from "~/registration/seats/status";

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
  if (!live) insertRegistration(tx, ctx, { offeringId, personId, status: "registered", reason: "walk-in" });
  else if (live.status === "waitlisted" || live.status === "offered" || live.status === "requested") {
    changeStatus(tx, ctx, live, "registered", { reason: "came to the door" });
  }
  return ok(null);
}

/** Whether somebody at the door can be given a seat (R2). */
export function hasFreeSeat(tx: Transaction, offering: Offering): boolean {
  return freeSeats(countSeats(tx, offering)) > 0;
}
