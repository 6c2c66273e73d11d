import { count, desc, eq } from "drizzle-orm";
import { webhookDeliveries } from "#drizzle/schema/staff/hr-api";
import type { Reader } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { PAGE_SIZE } from "~/platform/http/responses.server";

/** The messages to an endpoint, newest first, a page at a time; they name nobody. For whoever has the right to it. */
export function readDeliveries(db: Reader, webhookId: string, page: number) {
  const theirs = eq(webhookDeliveries.webhookId, webhookId);
  const rows = db
    .select()
    .from(webhookDeliveries)
    .where(theirs)
    .orderBy(desc(webhookDeliveries.createdAt), desc(webhookDeliveries.id))
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .all();
  const total = countOf(db.select({ count: count() }).from(webhookDeliveries).where(theirs));
  return { rows, total, page };
}

export type DeliveryRow = ReturnType<typeof readDeliveries>["rows"][number];
