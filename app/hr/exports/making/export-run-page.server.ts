import { eq } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { organisations, persons } from "#drizzle/schema/people";
import { exportFiles } from "#drizzle/schema/staff/exports";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { displayNameOf } from "~/people/persons/name";
import type { ScopedContext } from "~/people/roles/permission.server";
import { rowOf } from "~/platform/database/rows.server";
import { getMyRun, listOpenRuns } from "./export-run.server";

/**
 * An export that was asked for in one of the actor's organisations: how far it is, and its file. It names nobody whose hours are
 * in it.
 * @throws Response 404 for anybody else's
 */
export function getExportRun(ctx: ScopedContext, runId: string) {
  const run = getMyRun(ctx.db, ctx, runId);
  const organisation = rowOf(
    ctx.db
      .select({ id: organisations.id, name: organisations.name })
      .from(organisations)
      .where(eq(organisations.id, run.organisationId)),
    `organisation ${run.organisationId}`,
  );
  const by = rowOf(ctx.db.select().from(persons).where(eq(persons.id, run.askedBy)), `person ${run.askedBy}`);
  const { id, state, total, done, rows, answer, askedAt, exportId, asked } = run;
  const { from, to, onlyNew, format, layout, personIds } = asked;
  return {
    run: { id, state, total, done, rows, answer, askedAt, exportId, askedBy: displayNameOf(by) },
    asked: { from, to, onlyNew, format, layout: layout?.name ?? null, chosen: personIds?.length ?? null },
    organisation,
    file: exportId === null ? null : findFile(ctx, exportId),
    ahead: listOpenRuns(ctx.db, run.organisationId).filter((each) => each.id < id).length,
    timeZone: getHomeProvider(ctx.db).timeZone,
  };
}

const findFile = (ctx: ScopedContext, exportId: string) =>
  ctx.db
    .select({ name: exportFiles.name, size: storedFiles.size, sha256: storedFiles.sha256 })
    .from(exportFiles)
    .innerJoin(storedFiles, eq(storedFiles.sha256, exportFiles.fileHash))
    .where(eq(exportFiles.exportId, exportId))
    .get() ?? null;
