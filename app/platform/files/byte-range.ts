/** A part of a file: the first and the last byte, counted from nothing, both included. */
export interface ByteRange {
  first: number;
  last: number;
}

/**
 * The part of a file that is asked for (RFC 9110, 14.2), as players of videos ask; null for all of it: no range, several at
 * once, or a text that is none.
 * @param size bytes of the whole file
 */
export function rangeOf(header: string | null, size: number): ByteRange | "unsatisfiable" | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/i.exec(header?.trim() ?? "");
  if (!asked) return null;
  const [, from, to] = asked as unknown as [string, string, string];
  if (from === "") {
    if (to === "") return null;
    return Number(to) === 0 || size === 0 ? "unsatisfiable" : { first: Math.max(0, size - Number(to)), last: size - 1 };
  }
  if (to !== "" && Number(to) < Number(from)) return null;
  if (Number(from) >= size) return "unsatisfiable";
  return { first: Number(from), last: to === "" ? size - 1 : Math.min(Number(to), size - 1) };
}

/** Whether a range may be answered: what whoever asks has of the file already is of this very file. */
export const isOfSameFile = (ifRange: string | null, etag: string): boolean => ifRange === null || ifRange === etag;
