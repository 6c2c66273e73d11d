import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A file with the bytes of a migrated database that holds the reference data. */
    templateFile: string;
    /** Where each worker keeps the file with the instant at which loaders and actions run. */
    clockFolder: string;
  }
}

/** Migrates once; every test then clones the bytes. */
export default async function setup(project: TestProject): Promise<() => void> {
  process.env.HOURBOOK_MODE = "test";
  const { openDatabase } = await import("~/platform/database/database.server");
  const { insertReferenceData } = await import("#seed/reference");
  const { TEST_NOW } = await import("./clock");
  const folder = mkdtempSync(path.join(tmpdir(), "hourbook-test-"));
  const db = openDatabase(path.join(folder, "template.sqlite"));
  const { ensureProviderKeys } = await import("~/documents/signing/provider-keys.server");
  const ctx = { db, now: TEST_NOW, actor: null, address: null, requestId: null };
  insertReferenceData(ctx);
  await ensureProviderKeys(ctx);
  db.$client.pragma("journal_mode = DELETE");
  const templateFile = path.join(folder, "template.bytes");
  writeFileSync(templateFile, db.$client.serialize());
  db.$client.close();
  project.provide("templateFile", templateFile);
  project.provide("clockFolder", folder);
  return () => rmSync(folder, { recursive: true });
}
