import { and, asc, desc, eq, gte, sql } from "drizzle-orm";
import { providerHolidays, providerPolicies, providers } from "#drizzle/schema/providers";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { rowOf } from "~/platform/database/rows.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { notFound } from "~/platform/http/responses.server";
import { dateOf } from "~/platform/time/time-zone";
import type { ProviderPageForm } from "./provider-form";
import { policyOn } from "./provider-policy.server";

export type Provider = typeof providers.$inferSelect;

export type ProviderRefusal = "date-in-past" | "date-taken" | "holiday-known";

/** Each refusal in plain words, and the field that it is about. */
export const PROVIDER_REFUSALS: Record<ProviderRefusal, { words: string; field: string }> = {
  "date-in-past": { words: "Choose today or a later day: what was in force stays on record.", field: "fromDate" },
  "date-taken": { words: "Another policy begins on that day. Choose another.", field: "fromDate" },
  "holiday-known": { words: "That day is in the list already.", field: "date" },
};

/** Every provider by name, with when its newest policy began. */
export function listProviders(db: Reader) {
  return db
    .select({
      id: providers.id,
      name: providers.name,
      shortName: providers.shortName,
      timeZone: providers.timeZone,
      policyFrom: sql<string>`(select max(from_date) from ${providerPolicies} where ${providerPolicies.providerId} = ${providers.id})`,
    })
    .from(providers)
    .orderBy(asc(providers.name))
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
 * A provider with its policies, newest first, and the holidays from today on.
 * @throws Response 404
 */
export function getProviderPage(ctx: ActorContext, providerId: string) {
  const provider = findProvider(ctx.db, providerId);
  if (!provider) throw notFound();
  const today = dateOf(ctx.now, provider.timeZone);
  return {
    provider,
    today,
    policies: ctx.db
      .select()
      .from(providerPolicies)
      .where(eq(providerPolicies.providerId, providerId))
      .orderBy(desc(providerPolicies.fromDate))
      .all(),
    holidays: ctx.db
      .select({ date: providerHolidays.date, name: providerHolidays.name })
      .from(providerHolidays)
      .where(and(eq(providerHolidays.providerId, providerId), gte(providerHolidays.date, today)))
      .orderBy(asc(providerHolidays.date))
      .all(),
  };
}

/** An administrator changes how a provider takes registrations, or its holidays. */
export function changeProvider(
  ctx: ActorContext,
  providerId: string,
  form: ProviderPageForm,
): Outcome<null, ProviderRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const { today } = getProviderPage(ctx, providerId);
    const outcome = run(tx, providerId, form, today);
    if (outcome.ok)
      recordAudit(tx, ctx, { action: `provider.${form.intent}`, subjectId: providerId, detail: { ...form } });
    return outcome;
  });
}

function run(
  tx: Transaction,
  providerId: string,
  form: ProviderPageForm,
  today: string,
): Outcome<null, ProviderRefusal> {
  switch (form.intent) {
    case "set-policy":
      return form.fromDate < today ? refuse("date-in-past") : setPolicy(tx, providerId, form);
    case "add-holiday": {
      const added = tx
        .insert(providerHolidays)
        .values({ providerId, date: form.date, name: form.name })
        .onConflictDoNothing()
        .run();
      return added.changes === 1 ? ok(null) : refuse("holiday-known");
    }
    case "remove-holiday":
      tx.delete(providerHolidays)
        .where(and(eq(providerHolidays.providerId, providerId), eq(providerHolidays.date, form.date)))
        .run();
      return ok(null);
  }
}

/** A policy from a day on: the one in force on that day, with these rules of registration changed (H2, R1, R4). */
function setPolicy(
  tx: Transaction,
  providerId: string,
  form: Extract<ProviderPageForm, { intent: "set-policy" }>,
): Outcome<null, ProviderRefusal> {
  const { fromDate, offerHours, cancelDays } = form;
  const policy = {
    ...policyOn(tx, providerId, fromDate),
    offerHours,
    cancelDays,
    offerInOfficeHours: form.offerInOfficeHours === "on",
  };
  const added = tx
    .insert(providerPolicies)
    .values({ id: newId(), providerId, fromDate, policy })
    .onConflictDoNothing()
    .run();
  return added.changes === 1 ? ok(null) : refuse("date-taken");
}
