import { and, desc, eq, lte } from "drizzle-orm";
import { providerPolicies } from "#drizzle/schema/providers";
import type { Reader } from "~/platform/database/database.server";
import { dateOf } from "~/platform/time/time-zone";
import type { ProviderPolicy } from "./provider-policy";

/** The parts of an offering that decide its policy. */
interface PolicyOwner {
  providerId: string;
  policy: ProviderPolicy | null;
  startsAt: number | null;
  timeZone: string;
  createdAt: number;
}

/**
 * The policy of an offering: its own copy once approved, until then the provider's in force on the day of its first
 * session.
 * @throws Error when the provider has no policy for that day
 */
export function policyOf(db: Reader, offering: PolicyOwner): ProviderPolicy {
  return (
    offering.policy ??
    policyOn(db, offering.providerId, dateOf(offering.startsAt ?? offering.createdAt, offering.timeZone))
  );
}

/**
 * A provider's policy in force on a date (`YYYY-MM-DD`).
 * @throws Error when there is none
 */
export function policyOn(db: Reader, providerId: string, date: string): ProviderPolicy {
  const row = db
    .select({ policy: providerPolicies.policy })
    .from(providerPolicies)
    .where(and(eq(providerPolicies.providerId, providerId), lte(providerPolicies.fromDate, date)))
    .orderBy(desc(providerPolicies.fromDate))
    .limit(1)
    .get();
  if (!row) throw new Error(`Provider ${providerId} has no policy in force on ${date}.`);
  return row.policy;
}
