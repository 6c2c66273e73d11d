import { origin } from "~/platform/env.server";

/** The page or row does not exist, or not for whoever asks: the two look alike from outside. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

/**
 * A part of the page's address, as its route's file name has it after the `$`.
 * @throws a 404 response when the route has no such part
 */
export function param(params: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = params[name];
  if (value === undefined) throw notFound();
  return value;
}

/** Whoever asks is known and lacks the right. */
export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: "Forbidden" });
}

/**
 * A page on this site to go to next, as path, query and fragment, or the fallback: never another site (open redirects).
 * The URL parser decides, as in a browser: it drops tabs and newlines and reads backslashes as slashes.
 */
export function safePath(target: unknown, fallback: string): string {
  if (typeof target !== "string" || !target.startsWith("/") || /[\p{Cc}\\]/u.test(target)) return fallback;
  const url = URL.canParse(target, origin) ? new URL(target, origin) : null;
  if (url?.origin !== new URL(origin).origin) return fallback;
  const path = url.pathname + url.search + url.hash;
  // What a path of dots leaves, such as "/.//elsewhere.example", is read as another host the next time.
  return path.startsWith("//") ? fallback : path;
}

/** A file to download. The name keeps to ASCII letters so that every browser saves it as meant. */
export function fileResponse(body: Uint8Array | string, type: string, name: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name.replaceAll(/[^A-Za-z0-9._-]+/g, "-")}"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}

/** The page number in a URL, 1 or more. */
export function pageOf(url: URL): number {
  const page = Number(url.searchParams.get("page"));
  return Number.isSafeInteger(page) && page >= 1 ? page : 1;
}

/** How many rows a long list shows at once. */
export const PAGE_SIZE = 50;
