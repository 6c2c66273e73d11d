import { and, count, desc, eq } from "drizzle-orm";
import { webhookDeliveries } from "#drizzle/schema/staff/hr-api";
import type { Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { PAGE_SIZE, pageOf } from "~/platform/http/responses.server";
import { DELIVERY_STATES } from "./webhook";

/**
 * The messages to an endpoint, newest first, a page at a time, of the state that an address names, or of all; they name nobody.
 * For whoever has the right to it.
 */
export function readDeliveries(db: Reader, webhookId: string, address: URL) {
  const page = pageOf(address);
  const state = DELIVERY_STATES.find((each) => each === address.searchParams.get("state")) ?? null;
  const theirs = and(
    eq(webhookDeliveries.webhookId, webhookId),
    state === null ? undefined : eq(webhookDeliveries.state, state),
  );
  const rows = db
    .select()
    .from(webhookDeliveries)
    .where(theirs)
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .all();
  const total = countOf(db.select({ count: count() }).from(webhookDeliveries).where(theirs));
  return { rows, total, page, state };
}

export type DeliveryRow = ReturnType<typeof readDeliveries>["rows"][number];
