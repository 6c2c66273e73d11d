import { withNext } from "~/platform/http/next-page";

/** Pages on which people find what they then sign in for; behind others may be a secret, or nothing to come back to. */
const FOUND_HERE = /^\/(catalog|courses|offerings|microcredentials)(\/|$)/;
/** Pages on the way, which hand on where it leads. */
const ON_THE_WAY = /^\/(sign-in|sign-up|forgot-password)$/;

/** The address of a page by which people get in, leading back to where they are. */
export function wayIn(to: string, { pathname, search }: { pathname: string; search: string }): string {
  if (FOUND_HERE.test(pathname)) return withNext(to, pathname + search);
  return ON_THE_WAY.test(pathname) ? withNext(to, new URLSearchParams(search).get("next")) : to;
}
