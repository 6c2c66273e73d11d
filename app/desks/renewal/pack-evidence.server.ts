import { openAsBlob } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { BoundPart } from "~/documents/binding/bound-part";
import type { ActorContext } from "~/platform/context";
import { hasBytes, hashOf, pathOf } from "~/platform/files/bytes.server";
import type { StoredFile } from "~/platform/files/file-store.server";
import { logger } from "~/platform/logging/logger.server";
import { readUntrusted, untrustedReader } from "~/platform/untrusted/door.server";
import { findMyEvidence } from "~/renewal/outside/evidence.server";
import type { EarnedHours } from "~/renewal/progress/renewal-sources";
import type { PackedFile, WantedFile } from "./pack-files.server";

/** A larger file stands in the ZIP alone: it would make the one PDF too large to send. */
const MOST_BOUND = 8 * 1024 * 1024;

const PAGE_COUNT = untrustedReader<BoundPart, number>("app/documents/binding/page-count-reader.server.ts");

/** What proves hours from elsewhere that count, each by the file that was added to it. */
export function filesOfOutside({ id, title, completedOn }: EarnedHours): WantedFile {
  return {
    sourceId: id,
    title: `Evidence: ${title}`,
    on: completedOn,
    make: (ctx) => readEvidence(ctx, id, title),
  };
}

async function readEvidence(ctx: ActorContext, id: string, title: string): Promise<PackedFile | { missing: string }> {
  const found = findMyEvidence(ctx, id);
  if (!found) return { missing: `Evidence: ${title}: no file was added that proves it.` };
  const { file, name } = found;
  if (!hasBytes(file) || (await hashOf(pathOf(file.sha256))) !== file.sha256) {
    logger.error({ sha256: file.sha256 }, "A stored file is not what was kept");
    return { missing: `Evidence: ${title}: the stored file is damaged. Tell an administrator.` };
  }
  return {
    code: "",
    extension: path.extname(name).slice(1) || "file",
    part: await findPart(file),
    input: await openAsBlob(pathOf(file.sha256)),
  };
}

/** A file as pages of the bound one; null for what cannot be shown on pages, is too large, or cannot be read. */
async function findPart({ sha256, size, contentType }: StoredFile): Promise<BoundPart | null> {
  const type = BOUND_TYPES.find((each) => each === contentType);
  if (!type || size > MOST_BOUND) return null;
  const part = { type, bytes: await readFile(pathOf(sha256)) };
  const counted = await readUntrusted(PAGE_COUNT, part);
  return counted.ok && counted.value > 0 ? part : null;
}

const BOUND_TYPES = ["application/pdf", "image/png", "image/jpeg"] as const;
