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
