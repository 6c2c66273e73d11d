/**
 * Whether an address asks for more of a short list than its newest.
 * @param parameter the list's own, since a page can have several: `?readers=all`
 */
export const asksForAll = (search: URLSearchParams, parameter: string): boolean => search.get(parameter) === "all";

/** The same page with more of a short list; its other parameters stay. */
export function addressWithAll(search: URLSearchParams, parameter: string): string {
  const all = new URLSearchParams(search);
  all.set(parameter, "all");
  return `?${all.toString()}`;
}
