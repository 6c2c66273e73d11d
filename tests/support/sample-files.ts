/** The smallest ZIP with empty members of these names. */
export function zipOf(...names: string[]): Buffer {
  const local = names.map((name) => {
    const head = Buffer.alloc(30);
    head.write("PK\x03\x04", "latin1");
    head.writeUInt16LE(Buffer.byteLength(name), 26);
    return Buffer.concat([head, Buffer.from(name)]);
  });
  const directory = names.map((name) => {
    const head = Buffer.alloc(46);
    head.write("PK\x01\x02", "latin1");
    head.writeUInt16LE(Buffer.byteLength(name), 28);
    return Buffer.concat([head, Buffer.from(name)]);
  });
  const start = Buffer.concat(local).length;
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(names.length, 8);
  end.writeUInt16LE(names.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([...local, ...directory, end]);
}

/** An office document with these members. */
export const office = (...names: string[]): Buffer => zipOf("[Content_Types].xml", ...names);

/** A compound file, as offices wrote them before, whose directory names these streams. */
export const compound = (...streams: string[]): Buffer =>
  Buffer.concat([
    Buffer.from("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "latin1"),
    Buffer.alloc(504),
    ...streams.map((name) => Buffer.from(`${name}\0`, "utf16le")),
  ]);

/** A file as a browser posts it. */
export const fileOf = (content: string | Uint8Array, name = "handout.pdf", type = "application/octet-stream"): File =>
  new File([typeof content === "string" ? content : new Uint8Array(content)], name, { type });

/** A PDF of a few words, different from every other by them. */
export const pdfOf = (words: string, name?: string): File => fileOf(`%PDF-1.7\n% ${words}\n%%EOF`, name);
/** The files of a ZIP that stores them as they are, by name, in the order of its directory. */
export function readZip(zip: Buffer): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength, extraLength, commentLength, offset] = [
      zip.readUInt32LE(at + 24),
      zip.readUInt16LE(at + 28),
      zip.readUInt16LE(at + 30),
      zip.readUInt16LE(at + 32),
      zip.readUInt32LE(at + 42),
    ];
    const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
    const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
    files.set(name, zip.subarray(start, start + size));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}
