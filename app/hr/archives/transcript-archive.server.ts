import { makeZip } from "client-zip";
import { type DocumentRow, readDocumentFile } from "~/documents/issuing/document.server";
import { DRAWING_THREADS, drawOnThread } from "~/documents/drawing/drawing-pool.server";
import { DOCUMENT_REFUSALS, type DocumentRefusal } from "~/documents/issuing/refusal";
import type { SectionMaker } from "~/documents/issuing/transcript-content.server";
import { issueTranscriptOf } from "~/documents/issuing/transcript.server";
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
    const made = making.then((outcome) => ({ person, window, outcome }));
    // A failure is met when its turn comes, also if nobody reads on until then.
    made.catch(() => undefined);
    underWay.push(made);
    if (++begun % FORGET_EVERY === 0) ctx.db.$client.pragma("shrink_memory");
    // One more than there are threads, so that none waits for the database.
    if (underWay.length > DRAWING_THREADS) yield await underWay.shift()!;
  }
  for (const each of underWay) yield await each;
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
    const name = made.outcome.ok ? `${nameOf(made.person.name)} ${made.outcome.value.code}.pdf` : "";
    manifest.push(describe(made, name));
    if (made.outcome.ok) yield { name, lastModified, input: readDocumentFile(ctx.db, made.outcome.value.id) };
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
