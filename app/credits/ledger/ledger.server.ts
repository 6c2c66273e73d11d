import { and, asc, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import { credits } from "#drizzle/schema/credits";
import type { Designation } from "~/catalog/courses/designation";
import type { Reader } from "~/platform/database/database.server";
import { origin } from "~/platform/env.server";
import type { CreditSnapshot } from "./credit-snapshot";
import type { Credit } from "./credit-row.server";

/** Where a person sees their transcript; every message about posted hours leads there. */
export const transcriptUrl = `${origin}/transcript`;

/** One line of the ledger as it stands now: the newest version of a claim's or award's credit (T7). Minutes are whole. */
export type CurrentCredit = Omit<Credit, "snapshot"> & { snapshot: CreditSnapshot };

/** Which lines: completion dates `YYYY-MM-DD`, both included, null for an open end; and a designation that they count for. */
export interface CreditFilter {
  from?: string | null | undefined;
  to?: string | null | undefined;
  designation?: Designation | null | undefined;
}

/** Condition on `credits`: no later version of the same claim's or award's credit exists (T7). */
export const isNewestVersion: SQL = sql`not exists (
  select 1 from ${credits} as later
  where (later.claim_id = ${credits.claimId} or later.award_id = ${credits.awardId}) and later.version > ${credits.version}
)`;

/** Condition on `credits`: completed within these dates, both included; undefined when neither end is given. */
export function isCompletedWithin({ from, to }: Pick<CreditFilter, "from" | "to">): SQL | undefined {
  return and(from ? gte(credits.completedOn, from) : undefined, to ? lte(credits.completedOn, to) : undefined);
}

/** A ledger row with its snapshot read. */
export function parseCredit(row: Credit): CurrentCredit {
  return { ...row, snapshot: JSON.parse(row.snapshot) as CreditSnapshot };
}

/** A person's credits as they stand now, oldest completion first, in one statement. Asks nobody for permission. */
export function listCurrentCredits(db: Reader, personId: string, filter: CreditFilter = {}): CurrentCredit[] {
  return db
    .select()
    .from(credits)
    .where(and(eq(credits.personId, personId), isCompletedWithin(filter), isNewestVersion))
    .orderBy(asc(credits.completedOn), asc(credits.id))
    .all()
    .map(parseCredit)
    .filter(
      ({ snapshot }) => !filter.designation || snapshot.designations.some(({ code }) => code === filter.designation),
    );
}
