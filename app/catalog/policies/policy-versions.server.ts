import { and, desc, eq, isNotNull, or, sql } from "drizzle-orm";
import { offerings } from "#drizzle/schema/catalog";
import { providerPolicies } from "#drizzle/schema/providers";
import { policyOn } from "~/catalog/providers/provider-policy.server";
import type { ProviderPolicy } from "~/catalog/providers/provider-policy";
import { findProvider, type Provider } from "~/catalog/providers/provider.server";
import { listChangeHistory } from "~/people/history/change-history.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import type { ActorContext } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { isPlainDate } from "~/platform/time/plain-date";
import { addDays, dateOf, startOfDate } from "~/platform/time/time-zone";
import { isDeletable, isFixed, touchedWithin } from "./policy-periods";
import { policyDifferences, POLICY_WORDS } from "./policy-words";

export type PolicyRefusal = "unknown-policy" | "date-in-past" | "date-taken" | "policy-fixed" | "policy-used";

/** Each refusal in plain words, and the field that it is about. */
export const POLICY_REFUSALS: Record<PolicyRefusal, { words: string; field?: string }> = {
  "unknown-policy": { words: "This policy does not exist any more." },
  "date-in-past": { words: "Choose today or a later day: what was in force stays on record.", field: "fromDate" },
  "date-taken": { words: "Another policy begins on that day. Choose another.", field: "fromDate" },
  "policy-fixed": { words: "This policy is in force and offerings rest on it. Add another from a later day." },
  "policy-used": { words: "Offerings rest on this policy, so it stays on record." },
};

/**
 * A provider's policies, newest first: from when to when each is in force, what it changes, and what rests on it.
 * @throws Response 404 for an unknown provider
 */
export function getPolicyPage(ctx: ActorContext, providerId: string) {
  const provider = requireProvider(ctx.db, providerId);
  const today = dateOf(ctx.now, provider.timeZone);
  return {
    provider: { id: provider.id, name: provider.name, timeZone: provider.timeZone },
    today,
    versions: listVersions(ctx.db, provider, today),
    history: listChangeHistory(ctx.db, providerId, POLICY_WORDS),
  };
}

/**
 * A policy that is to be changed, or a new one, from a day on: its values, and what it would touch. A new one begins with
 * the values in force on its first day.
 * @param fromDate the first day that somebody asks about; today or the policy's own when it is none
 * @throws Response 404 for an unknown provider or policy
 */
export function getPolicyDraft(
  ctx: ActorContext,
  providerId: string,
  policyId: string | null,
  fromDate: string | null,
) {
  const provider = requireProvider(ctx.db, providerId);
  const today = dateOf(ctx.now, provider.timeZone);
  const versions = listVersions(ctx.db, provider, today);
  const version = versions.find(({ id }) => id === policyId) ?? null;
  if (policyId !== null && !version) throw notFound();
  const from = fromDate !== null && isPlainDate(fromDate) ? fromDate : (version?.fromDate ?? today);
  const others = versions.filter(({ id }) => id !== policyId);
  const next = others.findLast((other) => other.fromDate > from);
  const instant = (date: string) => startOfDate(date, provider.timeZone);
  return {
    provider: { id: provider.id, name: provider.name },
    today,
    version,
    fromDate: from,
    untilDate: next ? addDays(next.fromDate, -1) : null,
    policy: version?.policy ?? policyOn(ctx.db, providerId, from < today ? today : from),
    touched: touchedWithin(listDated(ctx.db, providerId), instant(from), next ? instant(next.fromDate) : null),
  };
}

/** An administrator adds a policy from a day on, or changes one that is still to come. */
export function savePolicy(
  ctx: ActorContext,
  providerId: string,
  policyId: string | null,
  input: { fromDate: string; policy: ProviderPolicy },
): Outcome<null, PolicyRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const provider = requireProvider(tx, providerId);
    const today = dateOf(ctx.now, provider.timeZone);
    const versions = listVersions(tx, provider, today);
    const before = versions.find(({ id }) => id === policyId);
    if (policyId !== null && !before) return refuse("unknown-policy");
    if (before?.fixed) return refuse("policy-fixed");
    const { fromDate, policy } = input;
    if (fromDate < today && fromDate !== before?.fromDate) return refuse("date-in-past");
    if (versions.some((other) => other.id !== policyId && other.fromDate === fromDate)) return refuse("date-taken");
    if (before) {
      tx.update(providerPolicies).set({ fromDate, policy }).where(eq(providerPolicies.id, before.id)).run();
    } else {
      tx.insert(providerPolicies).values({ id: newId(), providerId, fromDate, policy }).run();
    }
    const old = before ?? { fromDate: null, policy: policyOn(tx, providerId, today) };
    const changes = changesBetween<object>(whole(old), whole(input));
    recordAudit(tx, ctx, {
      action: `policy.${before ? "changed" : "added"}`,
      subjectId: providerId,
      detail: { changes },
    });
    return ok(null);
  });
}

/** An administrator deletes a policy that nothing was approved with; the one before it goes on. */
export function deletePolicy(ctx: ActorContext, providerId: string, policyId: string): Outcome<null, PolicyRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const provider = requireProvider(tx, providerId);
    const versions = listVersions(tx, provider, dateOf(ctx.now, provider.timeZone));
    const policy = versions.find(({ id }) => id === policyId);
    if (!policy) return refuse("unknown-policy");
    if (!policy.deletable) return refuse("policy-used");
    tx.delete(providerPolicies).where(eq(providerPolicies.id, policyId)).run();
    const gone = Object.entries(whole(policy)).map(([key, value]) => [key, [value, null]]);
    const changes: unknown = Object.fromEntries(gone);
    recordAudit(tx, ctx, { action: "policy.deleted", subjectId: providerId, detail: { changes } });
    return ok(null);
  });
}

function requireProvider(db: Reader, providerId: string): Provider {
  const provider = findProvider(db, providerId);
  if (!provider) throw notFound();
  return provider;
}

/** A policy with every value that it may leave out, so that two of them can be compared. */
function whole({ fromDate, policy }: { fromDate: string | null; policy: ProviderPolicy }) {
  const { refundTiers = [], lateRegistrationDays = 0, claimDays = null, offerInOfficeHours = false } = policy;
  return { fromDate, ...policy, refundTiers, lateRegistrationDays, claimDays, offerInOfficeHours };
}

function listVersions(db: Reader, { id: providerId, timeZone }: Provider, today: string) {
  const rows = db
    .select({ id: providerPolicies.id, fromDate: providerPolicies.fromDate, policy: providerPolicies.policy })
    .from(providerPolicies)
    .where(eq(providerPolicies.providerId, providerId))
    .orderBy(desc(providerPolicies.fromDate))
    .all();
  const dated = listDated(db, providerId);
  const inForce = rows.find(({ fromDate }) => fromDate <= today);
  return rows.map((row, index) => {
    const [next, before] = [rows[index - 1], rows[index + 1]];
    const until = next ? startOfDate(next.fromDate, timeZone) : null;
    const touched = touchedWithin(dated, startOfDate(row.fromDate, timeZone), until);
    const known = { ...row, touched, isFirst: before === undefined };
    return {
      ...known,
      state: row === inForce ? ("in-force" as const) : row.fromDate > today ? ("coming" as const) : ("past" as const),
      untilDate: next ? addDays(next.fromDate, -1) : null,
      differences: before ? policyDifferences(before.policy, row.policy) : [],
      fixed: isFixed(known, today),
      deletable: isDeletable(known, today),
    };
  });
}

export type PolicyVersion = ReturnType<typeof listVersions>[number];

/** Offerings on which a policy bears: drafts, and those that were approved. */
function listDated(db: Reader, providerId: string) {
  return db
    .select({
      at: sql<number>`coalesce(${offerings.startsAt}, ${offerings.createdAt})`,
      copied: sql<number>`${offerings.policy} is not null`,
    })
    .from(offerings)
    .where(and(eq(offerings.providerId, providerId), or(eq(offerings.state, "draft"), isNotNull(offerings.policy))))
    .all()
    .map(({ at, copied }) => ({ at, copied: copied === 1 }));
}
