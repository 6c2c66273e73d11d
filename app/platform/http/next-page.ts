/** More than any address of a page of ours. */
export const LONGEST_NEXT = 1_000;

/**
 * A page's address with the page to which it leads on, which goes through forms and mails until it is asked for: then
 * `safePath` has the last word.
 * @param next empty or undefined: leads nowhere
 */
export function withNext(address: string, next: string | null | undefined): string {
  if (!next || next.length > LONGEST_NEXT) return address;
  return `${address}${address.includes("?") ? "&" : "?"}next=${encodeURIComponent(next)}`;
}
