import { TRANSCRIPT_SECTIONS } from "~/desks/transcript-sections.server";
import { readDocumentFile } from "~/documents/issuing/document.server";
import type { DocumentRefusal } from "~/documents/issuing/refusal";
import { issueTranscriptOf } from "~/documents/issuing/transcript.server";
import type { ArchivedFile } from "~/hr/archives/archive-wish";
import { type Database, openDatabase } from "~/platform/database/database.server";
import { type Outcome, withValue } from "~/platform/outcome";
import { standBack } from "~/platform/stand-back.server";
import type { IssuingJob } from "./issuing-job";

/** Kilobytes. Each person's rows are read once, and each file is written once: what is kept of the database pays nothing. */
const CACHE_KB = 2_048;

standBack();

let opened: { file: string; db: Database } | undefined;

/** This thread's own connection, which stays open as long as the thread lives. */
function databaseIn(file: string): Database {
  if (opened?.file === file) return opened.db;
  opened?.db.$client.close();
  opened = { file, db: openDatabase(file) };
  opened.db.$client.pragma(`cache_size = -${CACHE_KB}`);
  return opened.db;
}

/** Runs on a thread of its own: issues one transcript, from what stands in the ledger to the stored file. */
export default async function run({ file, caller, wish }: IssuingJob): Promise<Outcome<ArchivedFile, DocumentRefusal>> {
  const db = databaseIn(file);
  const issued = await issueTranscriptOf({ ...caller, db }, { ...wish, sections: TRANSCRIPT_SECTIONS });
  return withValue(issued, ({ id, code, fileHash }) => ({ code, fileHash, bytes: readDocumentFile(db, id) }));
}
