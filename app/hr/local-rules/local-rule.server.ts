import { and, asc, desc, eq, inArray, ne } from "drizzle-orm";
import { organisations } from "#drizzle/schema/people";
import { localRules } from "#drizzle/schema/staff/local-rules";
import { listChangeHistory } from "~/people/history/change-history.server";
import type { ChangeWords } from "~/people/history/change-words";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { changesBetween } from "~/platform/audit/changes";
import { inTransaction, type Reader, type Transaction } from "~/platform/database/database.server";
import { formatHours } from "~/platform/format";
import { notFound } from "~/platform/http/responses.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import type { DatedRule } from "./local-rule";
import { type LocalRuleInput, toDatedRule } from "./local-rule-form";

type LocalRuleRow = typeof localRules.$inferSelect;
export type LocalRuleRefusal = "date-taken" | "unknown-rule";

export const LOCAL_RULE_REFUSALS: Record<LocalRuleRefusal, { words: string; field?: string }> = {
  "date-taken": { words: "Another rule begins on this day. Change that one.", field: "fromDate" },
  "unknown-rule": { words: "This rule does not exist any more. Go back to the list." },
};

const HOURS = new Set(["leastPerCourse", "leastPerYear", "mostPerYear"]);

const WORDS: ChangeWords = {
  actions: new Map([
    ["local-rule.added", "Added"],
    ["local-rule.changed", "Changed"],
  ]),
  fields: new Map([
    ["fromDate", "first day"],
    ["cutoff", "cut-off"],
    ["acceptedFrom", "accepted from"],
    ["acceptedTo", "accepted until"],
    ["leastPerCourse", "least hours of a course"],
    ["leastPerYear", "least hours of a year"],
    ["mostPerYear", "most hours of a year"],
    ["criteria", "criteria"],
    ["afterDegree", "only after the degree"],
    ["onceOnly", "once only"],
  ]),
  value: (field, value) => {
    if (HOURS.has(field)) return formatHours(value as number);
    return Array.isArray(value) ? value.join(", ") : null;
  },
};

/** The rules of an organisation, newest first; for whoever has the right to it, and for what is derived from them. */
export const listRulesOf = (db: Reader, organisationId: string): DatedRule[] =>
  db
    .select({ fromDate: localRules.fromDate, cutoff: localRules.cutoff, rule: localRules.rule })
    .from(localRules)
    .where(eq(localRules.organisationId, organisationId))
    .orderBy(desc(localRules.fromDate))
    .all();

/** The rules of all of the actor's organisations, by organisation and newest first. */
export const listMyRules = (ctx: ScopedContext) =>
  ctx.db
    .select({
      id: localRules.id,
      fromDate: localRules.fromDate,
      cutoff: localRules.cutoff,
      rule: localRules.rule,
      organisation: organisations.name,
      organisationId: localRules.organisationId,
    })
    .from(localRules)
    .innerJoin(organisations, eq(organisations.id, localRules.organisationId))
    .where(inArray(localRules.organisationId, ctx.scopeIds))
    .orderBy(asc(organisations.name), desc(localRules.fromDate))
    .all();

/** A rule of one of the actor's organisations; null for any other. */
export function findRule(db: Reader, ctx: ScopedContext, ruleId: string): LocalRuleRow | null {
  const mine = and(eq(localRules.id, ruleId), inArray(localRules.organisationId, ctx.scopeIds));
  return db.select().from(localRules).where(mine).get() ?? null;
}

/**
 * The same with what was done to it.
 * @throws Response 404 for any other
 */
export function getRule(ctx: ScopedContext, ruleId: string) {
  const rule = findRule(ctx.db, ctx, ruleId);
  if (!rule) throw notFound();
  return { rule, history: listChangeHistory(ctx.db, ruleId, WORDS) };
}

const flat = ({ fromDate, cutoff, rule }: DatedRule) => ({ fromDate, cutoff, ...rule });

/**
 * Adds a rule that holds from a day on. Returns its id.
 * @throws Response 404 for anybody else's organisation
 */
export function addRule(
  ctx: ScopedContext,
  { organisationId, ...input }: LocalRuleInput & { organisationId: string },
): Outcome<string, LocalRuleRefusal> {
  if (!ctx.scopeIds.includes(organisationId)) throw notFound();
  return inTransaction(ctx.db, (tx) => {
    const dated = toDatedRule(input);
    if (isTaken(tx, organisationId, dated.fromDate)) return refuse("date-taken");
    const id = newId();
    tx.insert(localRules)
      .values({ id, organisationId, ...dated, createdAt: ctx.now, updatedAt: ctx.now })
      .run();
    recordAudit(tx, ctx, { action: "local-rule.added", subjectId: id, detail: { organisationId, ...flat(dated) } });
    return ok(id);
  });
}

/** Changes a rule; what it flags follows at once, exports that were made keep what they said. */
export function changeRule(ctx: ScopedContext, ruleId: string, input: LocalRuleInput): Outcome<null, LocalRuleRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findRule(tx, ctx, ruleId);
    if (!before) return refuse("unknown-rule");
    const dated = toDatedRule(input);
    if (isTaken(tx, before.organisationId, dated.fromDate, ruleId)) return refuse("date-taken");
    const changes = changesBetween<object>(flat(before), flat(dated));
    if (Object.keys(changes).length === 0) return ok(null);
    tx.update(localRules)
      .set({ ...dated, updatedAt: ctx.now })
      .where(eq(localRules.id, ruleId))
      .run();
    recordAudit(tx, ctx, { action: "local-rule.changed", subjectId: ruleId, detail: { changes } });
    return ok(null);
  });
}

/** Deletes a rule; the one before it holds on. What it said stays in the audit log. */
export function deleteRule(ctx: ScopedContext, ruleId: string): Outcome<null, LocalRuleRefusal> {
  return inTransaction(ctx.db, (tx) => {
    const before = findRule(tx, ctx, ruleId);
    if (!before) return refuse("unknown-rule");
    tx.delete(localRules).where(eq(localRules.id, ruleId)).run();
    const detail = { organisationId: before.organisationId, ...flat(before) };
    recordAudit(tx, ctx, { action: "local-rule.deleted", subjectId: ruleId, detail });
    return ok(null);
  });
}

function isTaken(tx: Transaction, organisationId: string, fromDate: string, besides = ""): boolean {
  const same = and(
    eq(localRules.organisationId, organisationId),
    eq(localRules.fromDate, fromDate),
    ne(localRules.id, besides),
  );
  return tx.select({ id: localRules.id }).from(localRules).where(same).get() !== undefined;
}
