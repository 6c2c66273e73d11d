import { and, desc, eq, lt } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import { hrExports } from "#drizzle/schema/hr";
import { exportFiles } from "#drizzle/schema/staff/exports";
import type { Reader } from "~/platform/database/database.server";

/** A district's exports, newest first, with what is known of their files (S4). */
export function readExports(
  db: Reader,
  organisationId: string,
  { before, limit }: { before?: string | undefined; limit: number },
) {
  const found = selectExports(db)
    .where(
      and(eq(hrExports.organisationId, organisationId), before === undefined ? undefined : lt(hrExports.id, before)),
    )
    .orderBy(desc(hrExports.id))
    .limit(limit + 1)
    .all();
  const data = found.slice(0, limit).map(({ made, file, stored }) => ({
    ...{ id: made.id, madeAt: new Date(made.madeAt).toISOString(), from: made.fromDate, to: made.toDate },
    ...{ onlyNew: made.onlyNew, rows: file?.rows ?? null, name: file?.name ?? null },
    ...{ bytes: stored?.size ?? null, sha256: stored?.sha256 ?? null },
  }));
  return { data, next: found.length > limit ? data.at(-1)!.id : null };
}

const selectExports = (db: Reader) =>
  db
    .select({ made: hrExports, file: exportFiles, stored: storedFiles })
    .from(hrExports)
    .leftJoin(exportFiles, eq(exportFiles.exportId, hrExports.id))
    .leftJoin(storedFiles, eq(storedFiles.sha256, exportFiles.fileHash));
