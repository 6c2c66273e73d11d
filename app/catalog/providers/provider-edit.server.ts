import { and, count, eq, isNotNull, ne, type SQL } from "drizzle-orm";
import { courses, offerings } from "#drizzle/schema/catalog";
import {
  providerApprovals,
  providerDesignations,
  providerHolidays,
  providerPolicies,
  providers,
} from "#drizzle/schema/providers";
import { findOrganisation } from "~/people/organisations/organisation.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import type { ActorContext, Context } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { countOf } from "~/platform/database/rows.server";
import { plural } from "~/platform/format";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { ProviderPolicy } from "./provider-policy";
import type { ProviderRefusal } from "./provider-refusal";
import { findProvider, type Provider } from "./provider.server";

/** Everything that stands in the row of a provider. */
type ProviderValues = Omit<Provider, "id" | "createdAt">;

const NOTHING: ProviderValues = {
  organisationId: "",
  name: "",
  shortName: "",
  timeZone: "",
  address: null,
  designeeName: null,
  designeeTitle: null,
  contactName: null,
  contactEmail: null,
  contactPhone: null,
};

/** Adds a provider with the policies that it begins with. Returns its id. */
export function createProvider(
  tx: Transaction,
  ctx: Context,
  values: ProviderValues,
  policies: readonly { fromDate: string; policy: ProviderPolicy }[],
): Outcome<string, ProviderRefusal> {
  if (!findOrganisation(tx, values.organisationId)) return refuse("unknown-organisation");
  if (isTaken(tx, eq(providers.organisationId, values.organisationId))) return refuse("organisation-taken");
  const clash = findClash(tx, values);
  if (clash) return refuse(clash);
  const id = newId();
  tx.insert(providers)
    .values({ id, ...values, createdAt: ctx.now })
    .run();
  for (const policy of policies) {
    tx.insert(providerPolicies)
      .values({ id: newId(), providerId: id, ...policy })
      .run();
  }
  const changes = changesBetween(NOTHING, values);
  recordAudit(tx, ctx, { action: "provider.added", subjectId: id, detail: { changes } });
  return ok(id);
}

type ProviderChange = Pick<
  Provider,
  "name" | "shortName" | "timeZone" | "contactName" | "contactEmail" | "contactPhone"
>;

/** What the form of a provider shows of it. */
export const toProviderDraft = (row: ProviderChange): ProviderChange => ({
  name: row.name,
  shortName: row.shortName,
  timeZone: row.timeZone,
  contactName: row.contactName,
  contactEmail: row.contactEmail,
  contactPhone: row.contactPhone,
});

/** An administrator changes a provider. What was issued before keeps what it shows. */
export function updateProvider(
  ctx: ActorContext,
  providerId: string,
  form: ProviderChange,
): Outcome<null, ProviderRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findProvider(tx, providerId);
    if (!before) return refuse("unknown-provider");
    const clash = findClash(tx, form, providerId);
    if (clash) return refuse(clash);
    if (form.shortName !== before.shortName && countNumbers(tx, providerId) > 0) return refuse("short-name-used");
    tx.update(providers).set(form).where(eq(providers.id, providerId)).run();
    const changes = changesBetween<object>(before, form);
    recordAudit(tx, ctx, { action: "provider.updated", subjectId: providerId, detail: { changes } });
    return ok(null);
  });
}

/** What of the catalog stands under a provider, in words; null when nothing does. */
export function providerUses(db: Reader, providerId: string): string | null {
  const courseCount = countOf(db.select({ count: count() }).from(courses).where(eq(courses.providerId, providerId)));
  return courseCount > 0 ? plural(courseCount, "course") : null;
}

/** Deletes a provider and what is its alone. The caller has made sure that nothing else is its. */
export function removeProvider(tx: Transaction, ctx: Context, provider: Provider): void {
  for (const table of [providerApprovals, providerDesignations, providerHolidays, providerPolicies]) {
    tx.delete(table).where(eq(table.providerId, provider.id)).run();
  }
  tx.delete(providers).where(eq(providers.id, provider.id)).run();
  const changes = changesBetween<object>(provider, NOTHING);
  recordAudit(tx, ctx, { action: "provider.deleted", subjectId: provider.id, detail: { changes } });
}

function findClash(
  tx: Reader,
  { name, shortName }: Pick<ProviderValues, "name" | "shortName">,
  except = "",
): ProviderRefusal | null {
  const other = ne(providers.id, except);
  if (isTaken(tx, and(other, eq(providers.name, name)))) return "name-taken";
  return isTaken(tx, and(other, eq(providers.shortName, shortName))) ? "short-name-taken" : null;
}

const isTaken = (tx: Reader, which: SQL | undefined) =>
  tx.select({ id: providers.id }).from(providers).where(which).get() !== undefined;

function countNumbers(tx: Reader, providerId: string): number {
  const numbered = and(eq(offerings.providerId, providerId), isNotNull(offerings.inServiceNumber));
  return countOf(tx.select({ count: count() }).from(offerings).where(numbered));
}
