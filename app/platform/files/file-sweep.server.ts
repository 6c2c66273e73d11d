import { lstatSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { and, eq, isNotNull, isNull, lte, not, type SQL, sql } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import type { Context } from "~/platform/context";
import { inTransaction, type Reader } from "~/platform/database/database.server";
import { deleteUnused } from "~/platform/database/unused.server";
import { filesFolder } from "~/platform/env.server";
import { pathOf, unfinishedFolder } from "./bytes.server";

const DAY_MS = 86_400_000;

/** What was swept away: rows that nothing names, and files on the disk that are no row's. */
export interface Swept {
  rows: number;
  strays: number;
}

/**
 * Sweeps away what nothing has named for more than a day: rows with their bytes, bytes without a row, and what was never
 * finished. Whether a row is named is for the foreign keys of the database to say, so that a table that is added later
 * cannot be forgotten. Only files that have the name and the place of ours are touched.
 */
export function sweepFiles(ctx: Context): Swept {
  const named = isNamed(ctx.db);
  const values = (unnamedAt: number | null, found: SQL | undefined) =>
    inTransaction(ctx.db, (tx) => tx.update(storedFiles).set({ unnamedAt }).where(found).run());
  values(null, and(isNotNull(storedFiles.unnamedAt), named));
  values(ctx.now, and(isNull(storedFiles.unnamedAt), not(named)));
  const before = ctx.now - DAY_MS;
  const old = ctx.db.select().from(storedFiles).where(lte(storedFiles.unnamedAt, before)).all();
  const rows = old.filter(({ sha256 }) => sweepRow(ctx, sha256, before)).length;
  return { rows, strays: sweepStrays(ctx, before) };
}

/** A condition that some row of some table names the file. */
function isNamed(db: Reader): SQL {
  const referrers = db.all<{ table: string; column: string }>(
    sql`select m.name as "table", f."from" as "column"
      from sqlite_master m join pragma_foreign_key_list(m.name) f
      where m.type = 'table' and f."table" = 'stored_files'`,
  );
  const each = referrers.map(
    ({ table, column }) =>
      sql`exists (select 1 from ${sql.identifier(table)} r where r.${sql.identifier(column)} = stored_files.sha256)`,
  );
  return each.length > 0 ? sql`(${sql.join(each, sql` or `)})` : sql`0`;
}

/** The bytes go within the transaction: whoever keeps the same file waits for it, and then sees that they are gone. */
function sweepRow(ctx: Context, hash: string, before: number): boolean {
  return inTransaction(ctx.db, (tx) => {
    const still = and(eq(storedFiles.sha256, hash), lte(storedFiles.unnamedAt, before));
    if (
      !tx
        .select({ one: sql`1` })
        .from(storedFiles)
        .where(still)
        .get()
    )
      return false;
    if (!deleteUnused(tx.delete(storedFiles).where(still))) return false;
    rmSync(pathOf(hash), { force: true });
    return true;
  });
}

function sweepStrays(ctx: Context, before: number): number {
  const isOld = (file: string) => (lstatSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) <= before;
  let swept = 0;
  for (const name of namesIn(unfinishedFolder)) {
    const file = path.join(unfinishedFolder, name);
    if (!isOld(file)) continue;
    rmSync(file, { force: true });
    swept++;
  }
  for (const folder of namesIn(filesFolder).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    for (const hash of namesIn(path.join(filesFolder, folder))) {
      if (!/^[0-9a-f]{64}$/.test(hash) || !hash.startsWith(folder) || isOnRecord(ctx.db, hash)) continue;
      if (isOld(pathOf(hash)) && sweepStray(ctx, hash)) swept++;
    }
  }
  return swept;
}

function sweepStray(ctx: Context, hash: string): boolean {
  return inTransaction(ctx.db, (tx) => {
    if (isOnRecord(tx, hash)) return false;
    rmSync(pathOf(hash), { force: true });
    return true;
  });
}

const isOnRecord = (db: Reader, hash: string): boolean =>
  db
    .select({ one: sql`1` })
    .from(storedFiles)
    .where(eq(storedFiles.sha256, hash))
    .get() !== undefined;

/** What is in a folder; nothing where there is no such folder. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return [];
    throw error;
  }
}
