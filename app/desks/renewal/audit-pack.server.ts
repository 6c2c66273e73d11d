import { makeZip } from "client-zip";
import { bindOnThread, countOnThread } from "~/documents/binding/binding-pool.server";
import { drawPackCover, type PackCover } from "~/documents/binding/pack-cover.server";
import {
  completenessInWords,
  type IndexedFile,
  type IndexedGroup,
  sectionsOfIndex,
} from "~/documents/binding/pack-index";
import { educatorOf } from "~/documents/issuing/document-content.server";
import { describeWindow } from "~/documents/issuing/period-words";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { getPerson } from "~/people/persons/person.server";
import type { ActorContext } from "~/platform/context";
import { dayOf, formatHours } from "~/platform/format";
import { fileResponse } from "~/platform/http/responses.server";
import { safeFileName } from "~/platform/files/file-name";
import { logger } from "~/platform/logging/logger.server";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { getRenewalFacts } from "~/renewal/progress/certificate-page.server";
import { renewalOf } from "~/renewal/progress/progress";
import { gapInWords, REQUIREMENT_NAMES } from "~/renewal/progress/requirement-words";
import type { Renewal } from "~/renewal/renewal";
import type { PackForm } from "~/renewal/summary/pack-form";
import { listWantedFiles } from "./pack-files.server";
import type { PackedFile, WantedFile } from "./packed-file.server";

/** What was packed: the cover with its index, every file by its number, and what is missing. */
interface Pack {
  cover: Uint8Array;
  bound: Uint8Array;
  files: readonly (PackedFile & { number: number; title: string })[];
}

const TITLE = "Documents for the renewal of a certificate";
const NOTE =
  "The one PDF holds copies of these files, page after page. The files themselves, each with its signature, are in the ZIP. " +
  "Whoever wants to be sure of a document checks its file, or looks up its verification code.";

/** Whose documents are being packed: once at a time is enough for anybody. */
const packing = new Set<string>();

/** The actor's pack as a file to save: a ZIP, or the one PDF alone. Null where there is none, or it is being packed already. */
export async function answerPack(ctx: ActorContext, as: PackForm["as"]): Promise<Response | null> {
  const { personId } = ctx.actor;
  if (packing.has(personId)) return null;
  packing.add(personId);
  try {
    const pack = await makeAuditPack(ctx);
    if (!pack) return null;
    if (as === "pdf") return fileResponse(pack.bound, "application/pdf", "renewal-documents.pdf");
    const { headers } = fileResponse("", "application/zip", "renewal-documents.zip");
    return new Response(zipOf(pack, ctx.now), { headers });
  } finally {
    packing.delete(personId);
  }
}

/**
 * Every document of the actor's cycle (N1–N4), each checked against its digest while it is packed, with an index in the order of
 * the requirements and what is missing on its first page. Null where nothing is renewed with hours.
 */
export async function makeAuditPack(ctx: ActorContext): Promise<Pack | null> {
  const today = dateOf(ctx.now, REGION_TIME_ZONE);
  const facts = getRenewalFacts(ctx.db, ctx.actor.personId);
  const found = renewalOf(facts, today);
  if (!found) return null;
  const { renewal } = found;
  const counting = renewal.requirements.find(({ code }) => code === "TOTAL")?.sources ?? [];
  const { files, missing } = await collect(ctx, listWantedFiles(ctx, facts, counting, today));
  const bindable = files.flatMap(({ part }) => part ?? []);
  const pages = await countOnThread(bindable);
  const indexed = files.map((file) => ({ ...file, pages: file.part ? (pages[bindable.indexOf(file.part)] ?? 0) : 0 }));
  const gap = gapInWords(renewal.requirements);
  const lacking = [...(gap === null ? [] : [`Hours: ${gap} by ${dayOf(found.deadline)}.`]), ...missing];
  const cover = await drawCover(ctx, renewal, indexed, lacking);
  const about = { title: TITLE, author: getHomeProvider(ctx.db).name, madeAt: ctx.now };
  const bound = await bindOnThread({
    ...about,
    parts: [
      { type: "application/pdf", bytes: cover },
      ...indexed.flatMap(({ part, pages: count }) => (part && count > 0 ? [part] : [])),
    ],
  });
  return { cover, bound, files };
}

/** Makes one after another; what cannot be made is named, and the others are packed all the same. */
async function collect(ctx: ActorContext, wanted: readonly WantedFile[]) {
  const files: (PackedFile & Pick<IndexedFile, "number" | "title" | "on"> & { sourceId: string | null })[] = [];
  const missing: string[] = [];
  for (const { sourceId, title, on, make } of wanted) {
    const made = await make(ctx).catch((error: unknown) => {
      logger.error({ err: error }, "A file of a pack could not be made");
      return { missing: `${title}: a fault of ours, which is in the log.` };
    });
    if ("missing" in made) missing.push(made.missing);
    else files.push({ ...made, number: files.length + 1, title, on, sourceId });
  }
  return { files, missing };
}

type Indexed = IndexedFile & { sourceId: string | null };

async function drawCover(ctx: ActorContext, renewal: Renewal, files: readonly Indexed[], missing: readonly string[]) {
  const educator = educatorOf(ctx.db, getPerson(ctx.db, ctx.actor.personId));
  const cover = (before: number): PackCover => ({
    title: TITLE,
    author: getHomeProvider(ctx.db).name,
    madeAt: ctx.now,
    facts: [
      ["Educator", educator.legalName],
      ["Certificate number", educator.certificateNumber ?? "Not on file"],
      ["Hours of", describeWindow(renewal.window)],
      ["Packed on", dayOf(dateOf(ctx.now, REGION_TIME_ZONE))],
    ],
    sentence: completenessInWords(missing, files.length),
    missing,
    note: NOTE,
    sections: sectionsOfIndex(groupsOf(renewal, files), files, before),
  });
  // The index names pages that stand after its own: how many those are is known once it was drawn.
  const [own = 1] = await countOnThread([{ type: "application/pdf", bytes: await drawPackCover(cover(1)) }]);
  return drawPackCover(cover(own));
}

/** What is about everything first, then the requirements in the order of the application. */
function groupsOf({ requirements }: Renewal, files: readonly Indexed[]): IndexedGroup[] {
  const numbersOf = (sources: readonly (string | null)[]) =>
    files.filter(({ sourceId }) => sources.includes(sourceId)).map(({ number }) => number);
  return [
    { heading: "In short", numbers: numbersOf([null]) },
    ...requirements.map(({ code, needMinutes, sources }) => ({
      heading: `${REQUIREMENT_NAMES[code]}: ${formatHours(needMinutes)} hours needed`,
      numbers: numbersOf(sources),
    })),
  ];
}

/** The pack as a ZIP: the one PDF, the index, then every file under its number. */
export function zipOf({ cover, bound, files }: Pack, madeAt: number): ReadableStream<Uint8Array> {
  const lastModified = new Date(madeAt);
  return makeZip([
    { name: "00 Index.pdf", lastModified, input: cover },
    { name: "00 All in one.pdf", lastModified, input: bound },
    ...files.map(({ number, title, extension, input }) => ({
      name: safeFileName(`${String(number).padStart(2, "0")} ${title}`, extension),
      lastModified,
      input,
    })),
  ]);
}
