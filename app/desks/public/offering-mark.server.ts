import { and, eq, inArray, isNotNull } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import type { Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { countSeats } from "~/registration/seats/registration-row.server";
import { offeringMark } from "./offering-mark";

/**
 * The mark of a public offering, by two statements.
 * @throws Response 404 when there is none, or it is not public
 */
export function getOfferingMark(db: Reader, now: number, offeringId: string): string {
  const offering = db
    .select()
    .from(offerings)
    .where(
      and(
        eq(offerings.id, offeringId),
        inArray(offerings.state, ["published", "cancelled"]),
        isNotNull(offerings.publishedAt),
      ),
    )
    .get();
  if (!offering) throw notFound();
  return offeringMark(offering, countSeats(db, offering), now);
}
