import { checkUpload, type NamedFile } from "~/documents/checking/uploaded-file.server";
import type { CheckedFile } from "~/documents/checking/uploaded-file";
import { canonicalJson } from "~/platform/canonical-json";
import type { Context } from "~/platform/context";
import { origin } from "~/platform/env.server";
import { readUntrusted, untrustedReader } from "~/platform/untrusted/door.server";
import { codeInAddress } from "./badge-address";
import type { BadgeFileCheck, CheckedBadge } from "./badge-check";
import { standingOfBadge } from "./badge-standing.server";
import { type Badge, findBadge } from "./badge.server";
import { isPng } from "./baking.server";
import { listIssuers } from "./issuer.server";
import type { DidDocument } from "./linked-data.server";

/** What somebody dropped: a document, or a badge. */
export type CheckedUpload = { document: CheckedFile; badge: null } | { document: null; badge: CheckedBadge };

const BADGE_FILE = untrustedReader<{ file: Uint8Array; issuers: DidDocument[] }, BadgeFileCheck>(
  "app/microcredentials/badges/badge-file-reader.server.ts",
);

/** Says of a file whether it was issued here and stands: a PDF as a document, JSON, SVG and PNG as a badge (D5, M3). */
export async function checkAnyUpload(
  ctx: Context,
  file: NamedFile,
): Promise<{ checked: CheckedUpload; isOurs: boolean }> {
  if (mayBeBadge(file.bytes)) {
    const badge = await checkBadge(ctx, file);
    return { checked: { document: null, badge }, isOurs: badge.record !== null && badge.verdict !== "altered" };
  }
  const document = await checkUpload(ctx.db, file);
  return { checked: { document, badge: null }, isOurs: document.verdict === "genuine" };
}

/** Whether a file begins as JSON, SVG or PNG do. */
function mayBeBadge(bytes: Buffer): boolean {
  return isPng(bytes) || /^\uFEFF?\s*[{<]/.test(bytes.toString("utf8", 0, 200));
}

/** Says of a badge file what it is; a genuine one is on record word for word. */
export async function checkBadge(ctx: Context, { name, bytes }: NamedFile): Promise<CheckedBadge> {
  const read = await readUntrusted(BADGE_FILE, { file: bytes, issuers: await listIssuers(ctx.db) });
  if (!read.ok) return { name, verdict: "unchecked", problems: [read.reason], words: null, record: null };
  const { verdict, problems, words, credential } = read.value;
  const code = words && codeInAddress(words.id, origin);
  const badge = code ? findBadge(ctx.db, code) : null;
  const record = badge && { code: badge.code, standing: standingOfBadge(ctx.db, badge, ctx.now) };
  if (verdict !== "signed") return { name, verdict, problems, words, record: verdict === "altered" ? record : null };
  if (!record || !isSame(badge, credential))
    return { name, verdict: "unknown", problems: ["not-on-record"], words, record: null };
  return { name, verdict: record.standing.verdict, problems, words, record };
}

function isSame(badge: Badge, credential: string | null): boolean {
  if (badge.credential === null || credential === null) return false;
  return canonicalJson(JSON.parse(badge.credential)) === canonicalJson(JSON.parse(credential));
}
