import { and, asc, count, desc, eq, gte, inArray, isNotNull, lt } from "drizzle-orm";
import { offeringDesignations, offerings } from "#drizzle/schema/catalog";
import { organisations } from "#drizzle/schema/people";
import { providerDesignations, providers } from "#drizzle/schema/providers";
import { type Designation, DESIGNATIONS } from "~/catalog/courses/designation";
import { recordAudit } from "~/platform/audit/audit.server";
import type { Context } from "~/platform/context";
import type { Reader, Transaction } from "~/platform/database/database.server";
import { countOf, rowOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { addDays, startOfDate } from "~/platform/time/time-zone";
import { type Giver, mayGive } from "./designation-permission";
import type { ProviderPageForm } from "./provider-form";
import type { ProviderRefusal } from "./provider-refusal";

type Listing = typeof providerDesignations.$inferSelect;

interface Whose {
  id: string;
  timeZone: string;
}

/** What a provider is listed for, each with how many offerings were approved with it (A4). */
export function listPermissions(db: Reader, provider: Whose) {
  return db
    .select()
    .from(providerDesignations)
    .where(eq(providerDesignations.providerId, provider.id))
    .orderBy(asc(providerDesignations.designation), desc(providerDesignations.fromDate))
    .all()
    .map((row) => ({ ...row, offerings: countUses(db, provider, row) }));
}

/** Those of some designations that a provider may not give on a date (A4). */
export function barredDesignations(
  db: Reader,
  providerId: string,
  designations: readonly Designation[],
  date: string,
): Designation[] {
  const giver = getGiver(db, providerId);
  return designations.filter((designation) => !mayGive(giver, designation, date));
}

function getGiver(db: Reader, providerId: string): Giver {
  const { kind } = rowOf(
    db
      .select({ kind: organisations.kind })
      .from(providers)
      .innerJoin(organisations, eq(organisations.id, providers.organisationId))
      .where(eq(providers.id, providerId)),
    `provider ${providerId}`,
  );
  const listings = db.select().from(providerDesignations).where(eq(providerDesignations.providerId, providerId)).all();
  return { kind, listings };
}

/** What decides about the designations of several providers (A4), by their ids; in two statements. */
export function listGivers(db: Reader, providerIds: readonly string[]): Map<string, Giver> {
  const listings = db
    .select()
    .from(providerDesignations)
    .where(inArray(providerDesignations.providerId, [...providerIds]))
    .all();
  const listingsOf = Map.groupBy(listings, ({ providerId }) => providerId);
  const kinds = db
    .select({ id: providers.id, kind: organisations.kind })
    .from(providers)
    .innerJoin(organisations, eq(organisations.id, providers.organisationId))
    .where(inArray(providers.id, [...providerIds]))
    .all();
  return new Map(kinds.map(({ id, kind }) => [id, { kind, listings: listingsOf.get(id) ?? [] }]));
}

type Change = Extract<ProviderPageForm, { intent: "list-designation" | "end-listing" | "remove-listing" }>;

/** An administrator lists a provider for a designation, ends that, or takes back what nothing was approved with. */
export function changePermissions(
  tx: Transaction,
  ctx: Context,
  provider: Whose,
  form: Change,
): Outcome<null, ProviderRefusal> {
  if (form.intent === "list-designation") return list(tx, ctx, provider, form);
  const ofProvider = and(eq(providerDesignations.id, form.listingId), eq(providerDesignations.providerId, provider.id));
  const row = tx.select().from(providerDesignations).where(ofProvider).get();
  if (!row) return refuse("unknown-listing");
  if (form.intent === "end-listing") return end(tx, ctx, row, form.toDate);
  const uses = countUses(tx, provider, row);
  if (uses > 0) return refuse("listing-used", { count: uses });
  tx.delete(providerDesignations).where(ofProvider).run();
  record(tx, ctx, "remove-listing", row.providerId, {
    designation: [row.designation, null],
    fromDate: [row.fromDate, null],
    toDate: [row.toDate, null],
    basis: [row.basis, null],
  });
  return ok(null);
}

function list(
  tx: Transaction,
  ctx: Context,
  { id: providerId }: Whose,
  { designation, fromDate, toDate, basis }: Extract<Change, { intent: "list-designation" }>,
): Outcome<null, ProviderRefusal> {
  if (toDate !== undefined && toDate < fromDate) return refuse("listing-ends-early");
  const row = { id: newId(), providerId, designation, fromDate, toDate: toDate ?? null, basis };
  const added = tx.insert(providerDesignations).values(row).onConflictDoNothing().run();
  if (added.changes === 0) return refuse("listing-known");
  record(tx, ctx, "list-designation", providerId, {
    designation: [null, designation],
    fromDate: [null, fromDate],
    toDate: [null, row.toDate],
    basis: [null, basis],
  });
  return ok(null);
}

function end(tx: Transaction, ctx: Context, row: Listing, toDate: string): Outcome<null, ProviderRefusal> {
  if (toDate < row.fromDate) return refuse("listing-ends-early");
  tx.update(providerDesignations).set({ toDate }).where(eq(providerDesignations.id, row.id)).run();
  record(tx, ctx, "end-listing", row.providerId, {
    designation: [null, row.designation],
    toDate: [row.toDate, toDate],
  });
  return ok(null);
}

const record = (tx: Transaction, ctx: Context, what: string, providerId: string, changes: object) =>
  recordAudit(tx, ctx, { action: `provider.${what}`, subjectId: providerId, detail: { changes } });

/** Offerings that were approved with the designation within the days of the listing. */
function countUses(db: Reader, { id, timeZone }: Whose, { designation, fromDate, toDate }: Listing): number {
  const begins = (date: string) => startOfDate(date, timeZone);
  const approved = and(
    eq(offerings.providerId, id),
    isNotNull(offerings.inServiceNumber),
    gte(offerings.startsAt, begins(fromDate)),
    toDate === null ? undefined : lt(offerings.startsAt, begins(addDays(toDate, 1))),
    eq(offeringDesignations.designation, designation),
  );
  return countOf(
    db
      .select({ count: count() })
      .from(offerings)
      .innerJoin(offeringDesignations, eq(offeringDesignations.offeringId, offerings.id))
      .where(approved),
  );
}

/** Designations by their names, for a sentence. */
export const namesOf = (designations: readonly Designation[]): string =>
  designations.map((code) => DESIGNATIONS[code]).join(", ");
