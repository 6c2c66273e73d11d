import { and, count, desc, eq, gte, isNotNull, lt } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { providerApprovals } from "#drizzle/schema/providers";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { startOfDate } from "~/platform/time/time-zone";
import type { ProviderRefusal } from "./provider-refusal";

interface Whose {
  id: string;
  timeZone: string;
}

/** The years in which a provider is approved, newest first, each with how many offerings were approved in it (A3). */
export function listProviderYears(db: Reader, provider: Whose) {
  return db
    .select({ year: providerApprovals.year, basis: providerApprovals.basis })
    .from(providerApprovals)
    .where(eq(providerApprovals.providerId, provider.id))
    .orderBy(desc(providerApprovals.year))
    .all()
    .map((row) => ({ ...row, offerings: countApproved(db, provider, row.year) }));
}

/** Whether a provider is approved for a year, named by the calendar year in which it begins (A3). */
export function isApprovedFor(db: Reader, providerId: string, year: number): boolean {
  const row = db
    .select({ year: providerApprovals.year })
    .from(providerApprovals)
    .where(and(eq(providerApprovals.providerId, providerId), eq(providerApprovals.year, year)))
    .get();
  return row !== undefined;
}

/** Records that a provider is approved for a year, and on what that rests (A3). */
export function addProviderYear(
  tx: Transaction,
  ctx: Context,
  providerId: string,
  { year, basis }: { year: number; basis: string },
): Outcome<null, ProviderRefusal> {
  const added = tx.insert(providerApprovals).values({ providerId, year, basis }).onConflictDoNothing().run();
  if (added.changes === 0) return refuse("year-known");
  const changes = { year: [null, year], basis: [null, basis] };
  recordAudit(tx, ctx, { action: "provider.add-year", subjectId: providerId, detail: { changes } });
  return ok(null);
}

/** Takes a year away in which nothing was approved. */
export function removeProviderYear(
  tx: Transaction,
  ctx: Context,
  provider: Whose,
  year: number,
): Outcome<null, ProviderRefusal> {
  const used = countApproved(tx, provider, year);
  if (used > 0) return refuse("year-used", { count: used });
  const [row] = tx
    .delete(providerApprovals)
    .where(and(eq(providerApprovals.providerId, provider.id), eq(providerApprovals.year, year)))
    .returning()
    .all();
  if (!row) return ok(null);
  const changes = { year: [year, null], basis: [row.basis, null] };
  recordAudit(tx, ctx, { action: "provider.remove-year", subjectId: provider.id, detail: { changes } });
  return ok(null);
}

function countApproved(db: Reader, { id, timeZone }: Whose, year: number): number {
  const begins = (each: number) => startOfDate(`${each}-10-01`, timeZone);
  const within = and(gte(offerings.startsAt, begins(year)), lt(offerings.startsAt, begins(year + 1)));
  const approved = and(eq(offerings.providerId, id), isNotNull(offerings.inServiceNumber), within);
  return countOf(db.select({ count: count() }).from(offerings).where(approved));
}
