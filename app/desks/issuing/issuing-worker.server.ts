import { TRANSCRIPT_SECTIONS } from "~/desks/transcript-sections.server";
import { readDocumentFile } from "~/documents/issuing/document.server";
import type { DocumentRefusal } from "~/documents/issuing/refusal";
import { issueTranscriptOf } from "~/documents/issuing/transcript.server";
import type { ArchivedFile } from "~/hr/archives/archive-wish";
import { threadDatabase } from "~/platform/database/thread-database.server";
import { type Outcome, withValue } from "~/platform/outcome";
import { standBack } from "~/platform/stand-back.server";
import type { IssuingJob } from "./issuing-job";

standBack();

/** Runs on a thread of its own: issues one transcript, from what stands in the ledger to the stored file. */
export default async function run({ file, caller, wish }: IssuingJob): Promise<Outcome<ArchivedFile, DocumentRefusal>> {
  const db = threadDatabase(file);
  const issued = await issueTranscriptOf({ ...caller, db }, { ...wish, sections: TRANSCRIPT_SECTIONS });
  return withValue(issued, ({ id, code, fileHash }) => ({ code, fileHash, bytes: readDocumentFile(db, id) }));
}
