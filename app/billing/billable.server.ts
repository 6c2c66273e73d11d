import { and, asc, eq, inArray, notInArray, or, sql } from "drizzle-orm";
import { payments } from "#drizzle/schema/billing";
import { courses, offerings } from "#drizzle/schema/catalog";
import { claims } from "#drizzle/schema/credits";
import { persons } from "#drizzle/schema/people";
import type { Claim } from "~/credits/claim-row.server";
import { legalNameOf, sortNameOf } from "~/people/name";
import type { ScopedContext } from "~/people/permission.server";
import type { Reader } from "~/platform/database.server";
import { formatPlainDate } from "~/platform/format";
import { dateOf } from "~/platform/time-zone";
import { listInvoicedCents } from "./claim-charge.server";
import { feesOf } from "./claim-fee.server";

type Offering = typeof offerings.$inferSelect;

/** A claim whose fee can be put on an invoice now. */
export interface Billable {
  claim: Claim;
  offering: Offering;
  title: string;
  name: string;
  sortName: string;
  completedOn: string;
  /** What the invoice will say it is for. */
  description: string;
  cents: number;
  lateCents: number;
  /** The fee is settled by a purchase order that no invoice has charged yet. */
  promised: boolean;
}

/** Which claims to look at: all of the actor's providers, chosen ones, or those of one person. */
export interface BillableFilter {
  claimIds?: readonly string[];
  personIds?: readonly string[];
}

/**
 * Claims of the actor's providers that owe a fee and are on no invoice (T8): not settled yet, or settled by a purchase
 * order. By name, then by age.
 */
export function listBillable(db: Reader, ctx: ScopedContext, filter: BillableFilter = {}): Billable[] {
  const rows = db
    .select({ claim: claims, offering: offerings, person: persons, title: courses.title, promised: promisedCents })
    .from(claims)
    .innerJoin(offerings, eq(offerings.id, claims.offeringId))
    .innerJoin(courses, eq(courses.id, offerings.courseId))
    .innerJoin(persons, eq(persons.id, claims.personId))
    .where(
      and(
        inArray(offerings.providerId, ctx.scopeIds),
        notInArray(claims.status, ["open", "returned", "void"]),
        or(eq(claims.settled, false), sql`${promisedCents} > 0`),
        filter.claimIds ? inArray(claims.id, [...filter.claimIds]) : undefined,
        filter.personIds ? inArray(claims.personId, [...filter.personIds]) : undefined,
      ),
    )
    .orderBy(asc(persons.legalLast), asc(persons.legalFirst), asc(persons.id), asc(claims.id))
    .all();
  const invoiced = listInvoicedCents(
    db,
    rows.map(({ claim }) => claim.id),
  );
  const free = rows.filter(({ claim }) => (invoiced.get(claim.id) ?? 0) <= 0);
  const fees = feesOf(
    db,
    free.map(({ claim, offering }) => ({
      offering,
      personId: claim.personId,
      minutes: claim.requestedMinutes!,
      paidOn: dateOf(ctx.now, offering.timeZone),
    })),
  );
  return free.map((row, index) => toBillable(row, fees[index]!)).filter(({ cents }) => cents > 0);
}

const promisedCents = sql<number>`(select coalesce(sum(${payments.amountCents}), 0) from ${payments}
  where ${payments.claimId} = ${claims.id} and ${payments.kind} = 'purchase-order' and ${payments.invoiceId} is null)`;

function toBillable(
  row: { claim: Claim; offering: Offering; person: typeof persons.$inferSelect; title: string; promised: number },
  fee: { cents: number; lateCents: number },
): Billable {
  const { claim, offering, person, title } = row;
  const completedOn = dateOf(offering.endsAt!, offering.timeZone);
  const promised = claim.settled;
  return {
    claim,
    offering,
    title,
    name: legalNameOf(person),
    sortName: sortNameOf(person),
    completedOn,
    description: `${title} (${offering.inServiceNumber}), completed ${formatPlainDate(completedOn)}`,
    cents: promised ? row.promised : fee.cents,
    lateCents: promised ? 0 : fee.lateCents,
    promised,
  };
}
