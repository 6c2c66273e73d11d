/** What a browser says of where a request comes from. */
export interface RequestOrigin {
  /** The Origin header. */
  origin: string | null | undefined;
  /** The Sec-Fetch-Site header. */
  site: string | null | undefined;
}

/** What people read when a change is refused because another site's page made their browser send it. */
export const FOREIGN_ORIGIN_MESSAGE = "This form came from another site, so nothing was changed.";

/**
 * Whether another site's page made a browser send a change. Browsers name the origin on every POST; programs that are
 * no browsers carry no cookies either.
 * @param hosts this site's own hosts, with ports
 */
export function comesFromElsewhere({ origin, site }: RequestOrigin, hosts: readonly string[]): boolean {
  if (!origin) return site === "cross-site";
  return !URL.canParse(origin) || !hosts.includes(new URL(origin).host);
}
