/** More members than any document of an office has. */
const MOST_MEMBERS = 20_000;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;

/** The names in a ZIP file's directory, without unpacking anything; null where it has no directory that makes sense. */
export function listZipMembers(bytes: Buffer): string[] | null {
  const end = bytes.lastIndexOf("PK\x05\x06", bytes.length - END_BYTES, "latin1");
  if (end < 0 || end + END_BYTES > bytes.length || end < bytes.length - END_BYTES - LONGEST_COMMENT) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
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

/** Whether a compound file's bytes name one of these streams, as its directory writes them. */
export function holdsOneOf(bytes: Buffer, names: readonly string[]): boolean {
  return names.some((name) => bytes.includes(Buffer.from(`${name}\0`, "utf16le")));
}
