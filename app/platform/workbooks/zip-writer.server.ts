import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

/** One member of a ZIP, in pieces, so that it never has to be in memory as a whole. */
export interface ZipEntry {
  name: string;
  pieces: AsyncIterable<string> | Iterable<string>;
}

/** Without its extension for larger files, a ZIP counts in 32 bits. */
const LARGEST = 0xffff_ffff;
/** Text in UTF-8; sizes and sum follow the bytes, since they are known only then. */
const FLAGS = 0x0808;
const DEFLATED = 8;

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  unpacked: number;
  at: number;
}

/**
 * A ZIP whose members are packed as they come. client-zip, which the archives of documents are made with, packs nothing: for
 * PDFs, which are packed already, that is right; a sheet would be ten times as large.
 * @throws Error where it would have 4 GB
 */
export async function* writeZip(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
  at: Date,
): AsyncGenerator<Buffer> {
  const time = dosTime(at);
  const written: Written[] = [];
  let offset = 0;
  for await (const { name, pieces } of entries) {
    const entry: Written = { name: Buffer.from(name), crc: 0, packed: 0, unpacked: 0, at: offset };
    const head = localHead(entry, time);
    yield head;
    for await (const packed of deflate(pieces, entry)) {
      entry.packed += packed.length;
      yield packed;
    }
    const tail = descriptor(entry);
    yield tail;
    offset += head.length + entry.packed + tail.length;
    if (offset > LARGEST || entry.unpacked > LARGEST) throw new Error("A ZIP of this kind holds less than 4 GB.");
    written.push(entry);
  }
  const directory = Buffer.concat(written.map((entry) => directoryEntry(entry, time)));
  yield directory;
  yield directoryEnd(written.length, directory.length, offset);
}

async function* deflate(pieces: ZipEntry["pieces"], entry: Written): AsyncGenerator<Buffer> {
  async function* measured() {
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece);
      entry.crc = crc32(bytes, entry.crc);
      entry.unpacked += bytes.length;
      yield bytes;
    }
  }
  const source = Readable.from(measured());
  const packed = createDeflateRaw();
  source.once("error", (error) => packed.destroy(error));
  try {
    yield* source.pipe(packed) as AsyncIterable<Buffer>;
  } finally {
    source.destroy();
  }
}

function localHead({ name }: Written, time: Buffer): Buffer {
  const head = Buffer.alloc(30);
  head.write("PK\x03\x04", "latin1");
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(FLAGS, 6);
  head.writeUInt16LE(DEFLATED, 8);
  time.copy(head, 10);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, name]);
}

function descriptor({ crc, packed, unpacked }: Written): Buffer {
  const tail = Buffer.alloc(16);
  tail.write("PK\x07\x08", "latin1");
  tail.writeUInt32LE(crc, 4);
  tail.writeUInt32LE(packed, 8);
  tail.writeUInt32LE(unpacked, 12);
  return tail;
}

function directoryEntry({ name, crc, packed, unpacked, at }: Written, time: Buffer): Buffer {
  const entry = Buffer.alloc(46);
  entry.write("PK\x01\x02", "latin1");
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt16LE(FLAGS, 8);
  entry.writeUInt16LE(DEFLATED, 10);
  time.copy(entry, 12);
  entry.writeUInt32LE(crc, 16);
  entry.writeUInt32LE(packed, 20);
  entry.writeUInt32LE(unpacked, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(at, 42);
  return Buffer.concat([entry, name]);
}

function directoryEnd(count: number, size: number, at: number): Buffer {
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return end;
}

/** Two seconds to the unit, from 1980, as the format has it. */
function dosTime(at: Date): Buffer {
  const bytes = Buffer.alloc(4);
  const year = Math.max(0, at.getUTCFullYear() - 1980);
  bytes.writeUInt16LE((at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), 0);
  bytes.writeUInt16LE((year << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate(), 2);
  return bytes;
}
