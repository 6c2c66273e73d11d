import { hrExportLines, hrExports } from "#drizzle/schema/hr";
import { exportFiles } from "#drizzle/schema/staff/exports";
import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import type { Transaction } from "~/platform/database/database.server";
import { type AssembledFile, keepFile } from "~/platform/files/file-store.server";
import { newId } from "~/platform/ids";
import type { ExportRun } from "./export-run.server";

const LINES_AT_ONCE = 500;

/** What is behind the rows of a file. */
export interface Gathered {
  rows: number;
  /** The versions that the organisation has from now on. */
  creditIds: string[];
  /** The versions that it has no longer. */
  withdrawnIds: string[];
  /** Whose records are given out. */
  personIds: Set<string>;
}

/** S4: keeps the file of an export, and which versions of which credits were given out, when and by whom. Returns its id. */
export function recordExport(
  tx: Transaction,
  ctx: ActorContext,
  { run, gathered, file, name }: { run: ExportRun; gathered: Gathered; file: AssembledFile; name: string },
): string {
  const exportId = newId();
  const { organisationId, asked } = run;
  const { from, to, onlyNew, format, layout, personIds: chosen } = asked;
  keepFile(tx, ctx, file);
  tx.insert(hrExports)
    .values({
      id: exportId,
      organisationId,
      madeAt: ctx.now,
      madeBy: ctx.actor.personId,
      fromDate: from,
      toDate: to,
      onlyNew,
      fileHash: file.sha256,
    })
    .run();
  tx.insert(exportFiles).values({ exportId, fileHash: file.sha256, name, rows: gathered.rows, asked }).run();
  insertLines(tx, gathered.creditIds, { exportId, withdrawn: false });
  insertLines(tx, gathered.withdrawnIds, { exportId, withdrawn: true });
  recordAudit(tx, ctx, {
    action: "hr.exported",
    subjectId: exportId,
    personIds: [...gathered.personIds],
    detail: {
      ...{ organisationId, from, to, onlyNew, format, layout: layout?.name ?? null, chosen: chosen?.length ?? null },
      ...{ rows: gathered.rows, bytes: file.size, fileHash: file.sha256 },
    },
  });
  return exportId;
}

function insertLines(
  tx: Transaction,
  creditIds: readonly string[],
  line: { exportId: string; withdrawn: boolean },
): void {
  for (let start = 0; start < creditIds.length; start += LINES_AT_ONCE) {
    const values = creditIds.slice(start, start + LINES_AT_ONCE).map((creditId) => ({ ...line, creditId }));
    tx.insert(hrExportLines).values(values).run();
  }
}
