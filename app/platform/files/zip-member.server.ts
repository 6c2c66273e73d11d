import { inflateRawSync } from "node:zlib";
import { directoryOf } from "./container-members";

/** A member of a ZIP as its directory describes it; sizes in bytes. */
export interface ZipMember {
  name: string;
  packed: number;
  unpacked: number;
  method: number;
  /** Where its own head begins. */
  at: number;
}

const MOST_MEMBERS = 20_000;

/** The directory of a ZIP, without unpacking anything; null where it makes no sense. What it says of sizes may be a lie. */
export function listMembers(bytes: Buffer): ZipMember[] | null {
  const found = directoryOf(bytes);
  if (!found || found.count > MOST_MEMBERS) return null;
  const members: ZipMember[] = [];
  let at = found.start;
  while (members.length < found.count) {
    if (at + 46 > bytes.length || bytes.toString("latin1", at, at + 4) !== "PK\x01\x02") return null;
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    members.push({
      name: bytes.toString("utf8", at + 46, at + 46 + name),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return members;
}

/**
 * The bytes of one member; null where it is broken, or larger than it may be.
 * @param most bytes that it may unpack to
 */
export function unpackMember(bytes: Buffer, { at, packed, method }: ZipMember, most: number): Buffer | null {
  if (at + 30 > bytes.length || bytes.toString("latin1", at, at + 4) !== "PK\x03\x04") return null;
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const body = bytes.subarray(start, start + packed);
  if (method === 0) return body.length <= most ? body : null;
  try {
    return method === 8 ? inflateRawSync(body, { maxOutputLength: most }) : null;
  } catch {
    return null;
  }
}
