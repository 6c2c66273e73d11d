import { exportRuns } from "#drizzle/schema/staff/exports";
import type { ScopedContext } from "~/people/roles/permission.server";
import { recordAudit } from "~/platform/audit/audit.server";
import { inTransaction } from "~/platform/database/database.server";
import type { Once } from "~/platform/http/once";
import { once } from "~/platform/http/once.server";
import { newId } from "~/platform/ids";
import { ok, type Outcome, refuse } from "~/platform/outcome";
import { listMyOrganisations } from "~/hr/hr-scope.server";
import { countExportLines, listExportPeople } from "~/hr/exports/export-rows.server";
import { findLayout } from "~/hr/exports/layouts/layout.server";
import { type ExportOrder, MOST_OPEN_RUNS } from "./export-order";
import type { ExportRefusal } from "./export-refusal";
import { makeExport } from "./make-export.server";
import { getMyRun, listOpenRuns, stopRun } from "./export-run.server";

export interface ExportInput extends Omit<ExportOrder, "layout" | "personIds"> {
  organisationId: string;
  personIds?: string[] | null;
  /** The saved layout that is wanted; null for all columns as they are. */
  layoutId?: string | null;
}

/**
 * Asks for an export of what the people of one of the actor's organisations completed while they belonged to it (S1, S3). It
 * is made by a job, or by whoever asked where it is small: `makeExport`. Refused when there is nothing to give.
 * @param post by which a second post of the same form is known: it leads to the same export
 */
export function orderExport(
  ctx: ScopedContext,
  input: ExportInput,
  post: Once | null = null,
): Outcome<{ runId: string; rows: number }, ExportRefusal> {
  return once(ctx, "hr-export", post, () =>
    inTransaction(ctx.db, (tx) => {
      const organisation = listMyOrganisations(ctx).find(({ id }) => id === input.organisationId);
      if (!organisation) return refuse("unknown-organisation");
      const { organisationId, layoutId = null, personIds = null, ...filter } = input;
      const layout = layoutId === null ? null : findLayout(tx, ctx, layoutId);
      if (layoutId !== null && layout?.organisationId !== organisationId) return refuse("unknown-layout");
      const asked = { ...filter, personIds };
      // S1: nobody is chosen who is not theirs.
      if (personIds && listExportPeople(tx, organisation, asked).length !== new Set(personIds).size)
        return refuse("unknown-person");
      const rows = countExportLines(tx, organisation, asked);
      if (rows === 0) return refuse("nothing-to-export");
      if (listOpenRuns(tx, organisationId).length >= MOST_OPEN_RUNS) return refuse("too-many");
      const runId = newId();
      const frozen = layout && { ...layout.layout, name: layout.name };
      const { accountId, personId } = ctx.actor;
      tx.insert(exportRuns)
        .values({
          id: runId,
          organisationId,
          state: "waiting",
          asked: { ...asked, layout: frozen },
          askedAt: ctx.now,
          askedBy: personId,
          accountId,
          address: ctx.address,
          requestId: ctx.requestId,
        })
        .run();
      return ok({ runId, rows });
    }),
  );
}

/** So few rows are written by whoever asks for them, while they wait: tens of milliseconds. */
const FEW = 300;

/** Asks for an export, and makes it at once where it is small and nothing else of the organisation is under way. */
export async function beginExport(
  ctx: ScopedContext,
  input: ExportInput,
  post: Once | null = null,
): Promise<Outcome<{ runId: string }, ExportRefusal>> {
  const ordered = orderExport(ctx, input, post);
  if (ordered.ok && ordered.value.rows <= FEW) await makeExport(ctx, ordered.value.runId);
  return ordered;
}

/**
 * Stops an export that is under way: nothing of it is kept, and nothing counts as given out.
 * @throws Response 404 for anybody else's
 */
export function stopExport(ctx: ScopedContext, runId: string): Outcome<null, "ended"> {
  return inTransaction(ctx.db, (tx) => {
    const run = getMyRun(tx, ctx, runId);
    if (!stopRun(tx, run, ctx.actor.name)) return refuse("ended");
    recordAudit(tx, ctx, {
      action: "hr.export-stopped",
      subjectId: runId,
      detail: { organisationId: run.organisationId },
    });
    return ok(null);
  });
}
