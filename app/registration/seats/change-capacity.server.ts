import type { Offering } from "~/catalog/offerings/offering.server";
import type { CatalogRefusal } from "~/catalog/refusal";
import { getPublishedFacts } from "~/catalog/offerings/offering-facts.server";
import type { Context } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { countStatuses } from "./registration-row.server";
import { offerFreedSeats } from "~/registration/waitlist/waitlist.server";

/** Whether an offering may have this many seats: never fewer than are held (R2). */
export function checkCapacity(tx: Transaction, offeringId: string, capacity: number): Outcome<null, CatalogRefusal> {
  const { registered, offered, requested } = countStatuses(tx, [offeringId])(offeringId);
  const taken = registered + offered + requested;
  return capacity < taken ? refuse("capacity-below-taken", { taken, capacity }) : ok(null);
}

/** Call it after a change of an offering: seats that it freed go to the waitlist (R2). */
export function offerAddedSeats(
  tx: Transaction,
  ctx: Context,
  before: Pick<Offering, "id" | "state" | "capacity">,
): void {
  if (before.state !== "published") return;
  const facts = getPublishedFacts(tx, before.id);
  if (facts.offering.capacity > before.capacity) offerFreedSeats(tx, ctx, facts);
}
