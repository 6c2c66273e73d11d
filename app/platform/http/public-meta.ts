import type { MetaDescriptor } from "@remix-run/node";
import { pageTitle } from "./page-title";

/** Where a summary is cut in a list of results. */
const LONGEST_DESCRIPTION = 160;

interface PublicPage {
  title: string;
  /** What the page is about, as plain text of any length. */
  description: string;
  /** Its one address, without filters. */
  path: string;
  /** What it describes, in schema.org's words. */
  structured?: object | null;
}

/**
 * What search engines and links in messages show of a public page.
 * @param matches of the page's `meta`; the root's tells where people reach Hourbook
 */
export function publicMeta(
  matches: readonly { id: string; data?: unknown }[],
  { title, description, path, structured }: PublicPage,
): MetaDescriptor[] {
  const { origin } = matches.find(({ id }) => id === "root")?.data as { origin: string };
  const address = `${origin}${path}`;
  const short = shorten(description);
  return [
    ...pageTitle(title),
    { name: "description", content: short },
    { tagName: "link", rel: "canonical", href: address },
    { property: "og:site_name", content: "Hourbook" },
    { property: "og:type", content: "website" },
    { property: "og:locale", content: "en_US" },
    { property: "og:title", content: title },
    { property: "og:description", content: short },
    { property: "og:url", content: address },
    { property: "og:image", content: `${origin}/icon-512.png` },
    { name: "twitter:card", content: "summary" },
    ...(structured ? [{ "script:ld+json": { "@context": "https://schema.org", url: address, ...structured } }] : []),
  ];
}

/** The beginning of a text, to the end of a word. */
export function shorten(text: string): string {
  const plain = text.replaceAll(/\s+/g, " ").trim();
  if (plain.length <= LONGEST_DESCRIPTION) return plain;
  return `${plain.slice(0, LONGEST_DESCRIPTION - 1).replace(/[\s,;:.–-]*(?:\s\S*)?$/u, "")}…`;
}
