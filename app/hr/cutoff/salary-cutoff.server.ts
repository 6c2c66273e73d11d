import { eq, inArray } from "drizzle-orm";
import { salaryCutoffs } from "#drizzle/schema/hr";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { notFound } from "~/platform/http/responses.server";
import { DEFAULT_CUTOFF } from "~/reminders/salary-cutoff";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { ruleOn } from "~/hr/local-rules/local-rule";
import { listRulesOf } from "~/hr/local-rules/local-rule.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";

/** The salary cut-off, `MM-DD`, of each of the actor's organisations (S2), and whether a local rule in force says another. */
export function listCutoffs(ctx: ScopedContext) {
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const rows = ctx.db.select().from(salaryCutoffs).where(inArray(salaryCutoffs.organisationId, ctx.scopeIds)).all();
  const set = new Map(rows.map(({ organisationId, monthDay }) => [organisationId, monthDay]));
  return listMyOrganisations(ctx).map(({ id, name }) => ({
    id,
    name,
    monthDay: set.get(id) ?? DEFAULT_CUTOFF,
    byRule: ruleOn(listRulesOf(ctx.db, id), today)?.cutoff ?? null,
  }));
}

/** The salary cut-off of one of the actor's organisations, as its form shows it; null for anybody else's. */
export function findCutoff(db: Reader, ctx: ScopedContext, organisationId: string): { monthDay: string } | null {
  if (!ctx.scopeIds.includes(organisationId)) return null;
  const row = db.select().from(salaryCutoffs).where(eq(salaryCutoffs.organisationId, organisationId)).get();
  return { monthDay: row?.monthDay ?? DEFAULT_CUTOFF };
}

/**
 * HR says until when hours count for pay in one of their organisations; reminders follow with their next planning.
 * @throws Response 404 for anybody else's organisation
 */
export function saveCutoff(ctx: ScopedContext, input: { organisationId: string; monthDay: string }): void {
  if (!ctx.scopeIds.includes(input.organisationId)) throw notFound();
  inTransaction(ctx.db, (tx) => {
    const { organisationId, monthDay } = input;
    tx.insert(salaryCutoffs)
      .values({ organisationId, monthDay, updatedAt: ctx.now })
      .onConflictDoUpdate({ target: salaryCutoffs.organisationId, set: { monthDay, updatedAt: ctx.now } })
      .run();
    recordAudit(tx, ctx, { action: "salary-cutoff.changed", subjectId: organisationId, detail: { monthDay } });
  });
}
