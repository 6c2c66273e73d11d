/** Pages that say the same to everybody and are looked for by what they say. All others are for whoever has their address. */
const FOUND =
  /^\/(?:catalog|microcredentials|about-hours|accessibility|(?:courses|offerings|microcredentials)\/[0-9a-f-]{36})?$/;

/** Whether search engines may list a page; documents and awards carry people's names and are reached by their codes alone. */
export const isForSearchEngines = (pathname: string): boolean => FOUND.test(pathname);

/**
 * What robots.txt says (RFC 9309): where the map is, and that addresses with a secret in them are nobody's to visit. What
 * else is not to be listed says so itself, by a header.
 */
export const robotsText = (origin: string): string =>
  ["User-agent: *", "Disallow: /calendar/", "Disallow: /approvals/", "", `Sitemap: ${origin}/sitemap.xml`, ""].join(
    "\n",
  );

/** A page in a sitemap, as a path; `changedAt` in epoch milliseconds. */
export interface MappedPage {
  path: string;
  changedAt?: number;
}

/** How many pages one map may name (sitemaps.org). */
export const MOST_MAPPED = 50_000;

/** The map of the site's public pages; of more than a map may name, the first. */
export function sitemapText(origin: string, pages: readonly MappedPage[]): string {
  const entries = pages.slice(0, MOST_MAPPED).map(({ path, changedAt }) => {
    const changed = changedAt === undefined ? "" : `<lastmod>${new Date(changedAt).toISOString()}</lastmod>`;
    return `<url><loc>${origin}${path}</loc>${changed}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...entries,
    "</urlset>",
    "",
  ].join("\n");
}
