import { asc } from "drizzle-orm";
import { storedFiles } from "#drizzle/schema/files";
import type { Reader } from "~/platform/database/database.server";
import { hasBytes, hashOf, pathOf } from "./bytes.server";

/** A file on record whose bytes are not there, or are not those that were kept. */
export interface DamagedFile {
  sha256: string;
  fault: "missing" | "changed";
}

/** Reads every file on record and compares its bytes to its hash: after a restored backup, or whenever a disk is doubted. */
export async function checkFiles(db: Reader): Promise<{ checked: number; damaged: DamagedFile[] }> {
  const rows = db.select().from(storedFiles).orderBy(asc(storedFiles.sha256)).all();
  const damaged: DamagedFile[] = [];
  for (const row of rows) {
    const { sha256 } = row;
    if (!hasBytes(row)) damaged.push({ sha256, fault: "missing" });
    else if ((await hashOf(pathOf(sha256))) !== sha256) damaged.push({ sha256, fault: "changed" });
  }
  return { checked: rows.length, damaged };
}
