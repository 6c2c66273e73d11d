/**
 * Canonical JSON (RFC 8785, JCS): members sorted by the UTF-16 units of their names, no spaces, numbers and strings as
 * ECMAScript writes them. The same value always gives the same text, so that strangers can check a signature over it and a
 * hash can be compared years later. Undefined members are left out.
 * @throws TypeError for numbers that are not finite and for halves of surrogate pairs, which JSON cannot hold
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError("a number must be finite");
  if (typeof value === "string" && !value.isWellFormed()) throw new TypeError("a text must be well-formed Unicode");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalJson(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}
