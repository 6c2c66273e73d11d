/** More members than any document of an office has. */
const MOST_MEMBERS = 20_000;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;

/** As much of a ZIP's end as says where its directory begins. */
export const TAIL_BYTES = END_BYTES + LONGEST_COMMENT;

/** Bytes of the largest directory that is looked at. */
export const MOST_DIRECTORY_BYTES = 8 * 1024 * 1024;

/** Where a ZIP's directory begins, by the end of the file; null where it has none that makes sense. */
export function directoryOf(tail: Buffer): { start: number; count: number } | null {
  const end = tail.lastIndexOf("PK\x05\x06", tail.length - END_BYTES, "latin1");
  if (end < 0 || end + END_BYTES > tail.length || end < tail.length - TAIL_BYTES) return null;
  return { count: tail.readUInt16LE(end + 10), start: tail.readUInt32LE(end + 16) };
}

/**
 * The names in a ZIP's directory, without unpacking anything; null where it makes no sense.
 * @param bytes from the directory's beginning to the end of the file, or all of the file
 * @param at where in those bytes it begins
 */
export function namesIn(bytes: Buffer, at: number, count: number): string[] | null {
  const end = bytes.lastIndexOf("PK\x05\x06", bytes.length - END_BYTES, "latin1");
  const names: string[] = [];
  while (names.length < count && names.length < MOST_MEMBERS) {
    if (at + 46 > end || bytes.toString("latin1", at, at + 4) !== "PK\x01\x02") return null;
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    names.push(bytes.toString("utf8", at + 46, Math.min(at + 46 + name, end)));
    at += 46 + name + extra + comment;
  }
  return names.length === count ? names : null;
}

/** The names in the directory of a ZIP that is there as a whole. */
export function listZipMembers(bytes: Buffer): string[] | null {
  const found = directoryOf(bytes);
  return found && namesIn(bytes, found.start, found.count);
}

/** Whether a compound file's bytes name one of these streams, as its directory writes them. */
export function holdsOneOf(bytes: Buffer, names: readonly string[]): boolean {
  return names.some((name) => bytes.includes(Buffer.from(`${name}\0`, "utf16le")));
}
