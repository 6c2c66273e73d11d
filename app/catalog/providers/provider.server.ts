import { and, asc, desc, eq, gte, isNull, lte } from "drizzle-orm";
import { organisations } from "#drizzle/schema/people";
import { providerHolidays, providerPolicies, providers } from "#drizzle/schema/providers";
import { listChangeHistory } from "~/people/history/change-history.server";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/http/responses.server";
import { approvalYearOf, dateOf } from "~/platform/time/time-zone";
import { changePermissions, listPermissions } from "./designation-permission.server";
import type { ProviderPageForm } from "./provider-form";
import type { ProviderRefusal } from "./provider-refusal";
import { PROVIDER_WORDS } from "./provider-words";
import { addProviderYear, listProviderYears, removeProviderYear } from "./provider-year.server";
import { byLetters } from "~/platform/database/letter-order.server";

export type Provider = typeof providers.$inferSelect;

/** Every provider by name, as choices. */
export function listProviderOptions(db: Reader): { value: string; label: string }[] {
  return db
    .select({ value: providers.id, label: providers.name })
    .from(providers)
    .orderBy(byLetters(providers.name))
    .all();
}

/** A provider by its id; null when there is none. */
export function findProvider(db: Reader, providerId: string): Provider | null {
  return providerById(db, providerId).get() ?? null;
}

/**
 * A provider that a row of ours is about.
 * @throws Error when there is none
 */
export function getProvider(db: Reader, providerId: string): Provider {
  return rowOf(providerById(db, providerId), `provider ${providerId}`);
}

const providerById = (db: Reader, providerId: string) =>
  db.select().from(providers).where(eq(providers.id, providerId));

/**
 * A provider with its organization, its years, the policy in force today, the holidays from today on, and its history.
 * @throws Response 404
 */
export function getProviderPage(ctx: ActorContext, providerId: string) {
  const provider = findProvider(ctx.db, providerId);
  if (!provider) throw notFound();
  const today = dateOf(ctx.now, provider.timeZone);
  const holidaysToCome = and(eq(providerHolidays.providerId, providerId), gte(providerHolidays.date, today));
  return {
    provider,
    today,
    organisation: rowOf(
      ctx.db
        .select({ id: organisations.id, name: organisations.name, kind: organisations.kind })
        .from(organisations)
        .where(eq(organisations.id, provider.organisationId)),
      `organisation ${provider.organisationId}`,
    ),
    currentYear: approvalYearOf(today),
    years: listProviderYears(ctx.db, provider),
    permissions: listPermissions(ctx.db, provider),
    policyFrom: findPolicyDay(ctx.db, providerId, today),
    holidays: ctx.db
      .select({ date: providerHolidays.date, name: providerHolidays.name })
      .from(providerHolidays)
      .where(holidaysToCome)
      .orderBy(asc(providerHolidays.date))
      .all(),
    history: listChangeHistory(ctx.db, providerId, PROVIDER_WORDS),
  };
}

function findPolicyDay(db: Reader, providerId: string, today: string): string | null {
  const inForce = and(eq(providerPolicies.providerId, providerId), lte(providerPolicies.fromDate, today));
  const [row] = db
    .select({ fromDate: providerPolicies.fromDate })
    .from(providerPolicies)
    .where(inForce)
    .orderBy(desc(providerPolicies.fromDate))
    .limit(1)
    .all();
  return row?.fromDate ?? null;
}

/** Organizations that are no provider yet, by name, for a choice. */
export function listUnprovided(db: Reader): { value: string; label: string }[] {
  return db
    .select({ value: organisations.id, label: organisations.name })
    .from(organisations)
    .leftJoin(providers, eq(providers.organisationId, organisations.id))
    .where(isNull(providers.id))
    .orderBy(byLetters(organisations.name))
    .all();
}

type Change = Exclude<ProviderPageForm, { intent: "delete" }>;

/** An administrator changes a provider's years, holidays, or what it is listed for. */
export function changeProvider(ctx: ActorContext, providerId: string, form: Change): Outcome<null, ProviderRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const provider = findProvider(tx, providerId);
    if (!provider) return refuse("unknown-provider");
    switch (form.intent) {
      case "add-year":
        return addProviderYear(tx, ctx, providerId, form);
      case "remove-year":
        return removeProviderYear(tx, ctx, provider, form.year);
      case "add-holiday":
        return addHoliday(tx, ctx, providerId, form);
      case "remove-holiday":
        return removeHoliday(tx, ctx, providerId, form.date);
      default:
        return changePermissions(tx, ctx, provider, form);
    }
  });
}

function addHoliday(
  tx: Transaction,
  ctx: ActorContext,
  providerId: string,
  { date, name }: { date: string; name: string },
): Outcome<null, ProviderRefusal> {
  const added = tx.insert(providerHolidays).values({ providerId, date, name }).onConflictDoNothing().run();
  if (added.changes === 0) return refuse("holiday-known");
  const changes = { date: [null, date], holiday: [null, name] };
  recordAudit(tx, ctx, { action: "provider.add-holiday", subjectId: providerId, detail: { changes } });
  return ok(null);
}

function removeHoliday(
  tx: Transaction,
  ctx: ActorContext,
  providerId: string,
  date: string,
): Outcome<null, ProviderRefusal> {
  const [row] = tx
    .delete(providerHolidays)
    .where(and(eq(providerHolidays.providerId, providerId), eq(providerHolidays.date, date)))
    .returning()
    .all();
  if (!row) return ok(null);
  const changes = { date: [date, null], holiday: [row.name, null] };
  recordAudit(tx, ctx, { action: "provider.remove-holiday", subjectId: providerId, detail: { changes } });
  return ok(null);
}
