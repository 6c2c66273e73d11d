/** The present address with some parameters changed; null and "" take one away. The page number goes unless given. */
export function hrefWith(search: URLSearchParams, changes: Record<string, string | number | null>): string {
  const next = new URLSearchParams(search);
  next.delete("page");
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === "") next.delete(name);
    else next.set(name, String(value));
  }
  return `?${next.toString()}`;
}
