/** The page or row does not exist, or not for whoever asks: the two look alike from outside. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: "Not Found" });
}

/** Whoever asks is known and lacks the right. */
export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: "Forbidden" });
}

/** A path on this site to go to next, or the fallback: never another site (open redirects). */
export function safePath(path: unknown, fallback: string): string {
  return typeof path === "string" && /^\/(?![/\\])/.test(path) ? path : fallback;
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
