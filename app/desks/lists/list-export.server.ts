import { recordAudit } from "~/platform/audit/audit.server";
import type { ActorContext } from "~/platform/context";
import { inTransaction } from "~/platform/database/database.server";
import { type ListShape, writeListState } from "~/platform/lists/list-shape";

/** Writes down that somebody took a list away as a file (P5): which, how it was filtered, how many rows, and of how many. */
export function recordListExport(
  ctx: ActorContext,
  shape: ListShape,
  search: URLSearchParams,
  { rows, total }: { rows: number; total: number },
): void {
  inTransaction(ctx.db, (tx) => {
    recordAudit(tx, ctx, {
      action: "list.exported",
      subjectId: shape.name,
      detail: { rows, ...(rows < total ? { total } : {}), query: writeListState(shape, search) },
    });
  });
}
