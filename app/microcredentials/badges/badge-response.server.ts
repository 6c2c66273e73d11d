import { and, eq, isNotNull } from "drizzle-orm";
import { microcredentials, microcredentialVersions } from "#drizzle/schema/microcredentials/definitions";
import { getProvider } from "~/catalog/providers/provider.server";
import type { Reader } from "~/platform/database/database.server";
import { notFound, param } from "~/platform/http/responses.server";
import { levelWords, type PictureWords, readWidth } from "./badge-picture";
import { drawBadge, renderPng } from "./badge-picture.server";
import { type Badge, findBadge } from "./badge.server";
import { bakePng, bakeSvg } from "./baking.server";

/** Anybody may use what is public, from any site; nothing of it runs as a page of ours. */
const PUBLIC = {
  "Access-Control-Allow-Origin": "*",
  "Cross-Origin-Resource-Policy": "cross-origin",
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
};

/** Public JSON under its media type. `maxAge` in seconds: how long others may keep it. */
export function jsonResponse(value: unknown, mediaType: string, maxAge: number): Response {
  const headers = { ...PUBLIC, "Content-Type": mediaType, "Cache-Control": `public, max-age=${maxAge}` };
  return new Response(typeof value === "string" ? value : JSON.stringify(value, null, 2), { headers });
}

/** A public picture. */
export function pictureResponse(body: string | Buffer, kind: "svg" | "png"): Response {
  const type = kind === "svg" ? "image/svg+xml; charset=utf-8" : "image/png";
  return new Response(typeof body === "string" ? body : new Uint8Array(body), {
    headers: { ...PUBLIC, "Content-Type": type, "Cache-Control": "public, max-age=300" },
  });
}

/** Whether whoever asks would rather read a page than data: a browser that follows a link. */
export const wantsPage = (request: Request): boolean => (request.headers.get("Accept") ?? "").includes("text/html");

/**
 * A signed badge by its code.
 * @throws Response 404 when none has it, or it is not signed yet
 */
export function getSignedBadge(db: Reader, code: string): Badge & { credential: string } {
  const badge = findBadge(db, code);
  if (!badge || badge.credential === null) throw notFound();
  return { ...badge, credential: badge.credential };
}

/** What the picture of a badge says. */
export function pictureOf({ parameters }: Pick<Badge, "parameters">): PictureWords {
  const { microcredential, definition, provider } = parameters;
  const { title, stack } = definition;
  return { id: microcredential.id, title, provider: provider.name, level: levelWords(stack.length) };
}

/** A badge as a picture that brings its credential along. */
export const bakedSvg = (badge: Badge & { credential: string }): string =>
  bakeSvg(drawBadge(pictureOf(badge)), badge.credential);

/** The same as PNG, so many pixels wide. */
export const bakedPng = (badge: Badge & { credential: string }, width: number): Buffer =>
  bakePng(renderPng(drawBadge(pictureOf(badge)), width), badge.credential);

/**
 * What a published version says, for its achievement and its picture.
 * @throws Response 404 for a draft and for what does not exist
 */
export function getPublishedVersion(db: Reader, id: string, number: string) {
  const row = db
    .select({ version: microcredentialVersions, providerId: microcredentials.providerId })
    .from(microcredentialVersions)
    .innerJoin(microcredentials, eq(microcredentials.id, microcredentialVersions.microcredentialId))
    .where(
      and(
        eq(microcredentials.id, id),
        eq(microcredentialVersions.number, Number(number) || 0),
        isNotNull(microcredentialVersions.publishedAt),
      ),
    )
    .get();
  if (!row) throw notFound();
  const { id: providerId, name } = getProvider(db, row.providerId);
  const { definition, number: version } = row.version;
  return { provider: { id: providerId, name }, microcredential: { id, version }, definition };
}

/**
 * The picture of a published version's badge; as PNG so many pixels wide as the address asks for.
 * @throws Response 404 as `getPublishedVersion` does
 */
export function pictureOfVersion(
  { db }: { db: Reader },
  params: Readonly<Record<string, string | undefined>>,
  request: Request,
  kind: "svg" | "png",
): Response {
  const { provider, microcredential, definition } = getPublishedVersion(
    db,
    param(params, "id"),
    param(params, "number"),
  );
  const { title, stack } = definition;
  const svg = drawBadge({ id: microcredential.id, title, provider: provider.name, level: levelWords(stack.length) });
  if (kind === "svg") return pictureResponse(svg, kind);
  return pictureResponse(renderPng(svg, readWidth(new URL(request.url).searchParams.get("width"))), kind);
}
