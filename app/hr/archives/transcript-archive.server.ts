import { makeZip } from "client-zip";
import { type DocumentRow, readDocumentFile } from "~/documents/issuing/document.server";
import { DRAWING_THREADS, drawOnThread } from "~/documents/drawing/drawing-pool.server";
import { DOCUMENT_REFUSALS, type DocumentRefusal } from "~/documents/issuing/refusal";
import type { SectionMaker } from "~/documents/issuing/transcript-content.server";
import { issueTranscriptOf } from "~/documents/issuing/transcript.server";
import { logger } from "~/platform/logging/logger.server";
import { writeCsv } from "~/platform/lists/csv.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { origin } from "~/platform/env.server";
import type { ArchivePerson } from "./archive-people.server";
import type { Window } from "./archive-windows";

/** After so many files the database's cache holds little else, which nobody will ask for again. */
const FORGET_EVERY = 100;

/** A transcript that was wanted, and what came of it. */
interface Made {
  person: ArchivePerson;
  window: Window;
  outcome: { ok: true; value: DocumentRow } | { ok: false; reason: DocumentRefusal };
}

/**
 * Issues the transcripts of these people, with these sections, on the drawing threads, a few at once and in order. What was
 * issued before is found, not made anew (T9): making the same archive twice takes little.
 */
export async function* makeTranscripts(
  ctx: ScopedContext,
  people: readonly ArchivePerson[],
  sections: readonly SectionMaker[],
): AsyncGenerator<Made> {
  const wanted = people.flatMap((person) => person.windows.map((window) => ({ person, window })));
  const underWay: Promise<Made>[] = [];
  let begun = 0;
  for (const { person, window } of wanted) {
    const making = issueTranscriptOf(ctx, { personId: person.id, ...window, sections }, drawOnThread);
    underWay.push(making.catch(noteFault).then((outcome) => ({ person, window, outcome })));
    if (++begun % FORGET_EVERY === 0) ctx.db.$client.pragma("shrink_memory");
    // One more than there are threads, so that none waits for the database.
    if (underWay.length > DRAWING_THREADS) yield await underWay.shift()!;
  }
  for (const each of underWay) yield await each;
}

/** What goes wrong with one person's transcript is logged, named in the manifest, and goes no further. */
function noteFault(error: unknown): { ok: false; reason: DocumentRefusal } {
  logger.error({ err: error }, "A transcript of an archive could not be made");
  return { ok: false, reason: "failed" };
}

/**
 * A ZIP of these people's transcripts with a manifest as its last entry, written as it is read: however many there are,
 * only the few under way are held in memory.
 */
export function streamArchive(
  ctx: ScopedContext,
  people: readonly ArchivePerson[],
  sections: readonly SectionMaker[],
): ReadableStream<Uint8Array> {
  return makeZip(entries(ctx, people, sections));
}

async function* entries(ctx: ScopedContext, people: readonly ArchivePerson[], sections: readonly SectionMaker[]) {
  const lastModified = new Date(ctx.now);
  const manifest: Record<string, string>[] = [];
  for await (const made of makeTranscripts(ctx, people, sections)) {
    const file = readMade(ctx, made);
    manifest.push(describe(file.made, file.name));
    if (file.input) yield { name: file.name, lastModified, input: file.input };
  }
  yield { name: "manifest.csv", lastModified, input: writeCsv(manifest, COLUMNS) };
}

function readMade(ctx: ScopedContext, made: Made) {
  if (!made.outcome.ok) return { made, name: "", input: null };
  const { id, code } = made.outcome.value;
  try {
    return { made, name: `${nameOf(made.person.name)} ${code}.pdf`, input: readDocumentFile(ctx.db, id) };
  } catch (error) {
    return { made: { ...made, outcome: noteFault(error) }, name: "", input: null };
  }
}

/** Letters of any script, digits and spaces; whatever a file system might stumble over is left out. */
const nameOf = (name: string) => name.replaceAll(/[^\p{L}\p{M}\p{N} ,.'-]+/gu, " ").trim();

function describe({ person, window, outcome }: Made, file: string): Record<string, string> {
  return {
    file,
    name: person.name,
    employeeId: person.employeeId ?? "",
    from: window.from ?? "",
    to: window.to ?? "",
    code: outcome.ok ? outcome.value.code : "",
    link: outcome.ok ? `${origin}/verify/${outcome.value.code}` : "",
    digest: outcome.ok ? outcome.value.fileHash : "",
    note: outcome.ok ? "" : DOCUMENT_REFUSALS[outcome.reason],
  };
}

const COLUMNS = [
  { key: "file", header: "File" },
  { key: "name", header: "Name" },
  { key: "employeeId", header: "Employee ID" },
  { key: "from", header: "Completed from" },
  { key: "to", header: "Completed to" },
  { key: "code", header: "Verification code" },
  { key: "link", header: "Verification link" },
  { key: "digest", header: "SHA-256" },
  { key: "note", header: "Note" },
];
