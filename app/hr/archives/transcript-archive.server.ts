import { makeZip } from "client-zip";
import { DOCUMENT_REFUSALS, type DocumentRefusal } from "~/documents/issuing/refusal";
import { logger } from "~/platform/logging/logger.server";
import { writeCsv } from "~/platform/lists/csv.server";
import type { ScopedContext } from "~/people/roles/permission.server";
import { origin } from "~/platform/env.server";
import { SPARE_THREADS } from "~/platform/spare-threads.server";
import type { ArchivePerson } from "./archive-people.server";
import type { Window } from "./archive-windows";
import type { ArchivedFile, TranscriptMaker } from "./archive-wish";

/** A transcript that was wanted, and what came of it. */
interface Made {
  person: ArchivePerson;
  window: Window;
  outcome: { ok: true; value: ArchivedFile } | { ok: false; reason: DocumentRefusal };
}

/**
 * Issues the transcripts of these people, a few at once and in order. What was issued before is found, not made anew (T9): making the
 * same archive twice takes little.
 */
export async function* makeTranscripts(
  ctx: ScopedContext,
  people: readonly ArchivePerson[],
  make: TranscriptMaker,
): AsyncGenerator<Made> {
  const wanted = people.flatMap((person) => person.windows.map((window) => ({ person, window })));
  const underWay: Promise<Made>[] = [];
  for (const { person, window } of wanted) {
    const making = make(ctx, { personId: person.id, ...window });
    underWay.push(making.catch(noteFault).then((outcome) => ({ person, window, outcome })));
    // One more than there are threads, so that none waits.
    if (underWay.length > SPARE_THREADS) yield await underWay.shift()!;
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
  make: TranscriptMaker,
): ReadableStream<Uint8Array> {
  return makeZip(entries(ctx, people, make));
}

async function* entries(ctx: ScopedContext, people: readonly ArchivePerson[], make: TranscriptMaker) {
  const lastModified = new Date(ctx.now);
  const manifest: Record<string, string>[] = [];
  for await (const made of makeTranscripts(ctx, people, make)) {
    const { person, outcome } = made;
    const name = outcome.ok ? `${nameOf(person.name)} ${outcome.value.code}.pdf` : "";
    manifest.push(describe(made, name));
    if (outcome.ok) yield { name, lastModified, input: outcome.value.bytes };
  }
  yield { name: "manifest.csv", lastModified, input: writeCsv(manifest, COLUMNS) };
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
