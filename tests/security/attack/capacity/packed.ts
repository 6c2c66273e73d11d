import { constants, crc32, deflateRawSync } from "node:zlib";

const CHUNK = 16 * 1024 * 1024;
const MODULUS = 65_521n;

/**
 * A zlib stream that unpacks to some text and so many times the same byte, made without ever holding what it unpacks to:
 * one piece that was packed on its own, repeated.
 */
export function packRepeated(head: string, byte: number, times: number): Buffer {
  const piece = flushed(Buffer.alloc(CHUNK, byte));
  const whole = Math.floor(times / CHUNK);
  const pieces = [
    Buffer.from([0x78, 0x9c]),
    flushed(Buffer.from(head)),
    ...Array.from({ length: whole }, () => piece),
    deflateRawSync(Buffer.alloc(times % CHUNK, byte)),
    checksum(Buffer.from(head), BigInt(byte), BigInt(times)),
  ];
  return Buffer.concat(pieces);
}

/** Packed so that anything may follow: whole blocks that look back at nothing. */
const flushed = (bytes: Buffer): Buffer =>
  deflateRawSync(bytes, { finishFlush: constants.Z_FULL_FLUSH, level: constants.Z_BEST_COMPRESSION });

/** Adler-32 of a head and a byte that is repeated. */
function checksum(head: Buffer, byte: bigint, times: bigint): Buffer {
  let a = 1n;
  let b = 0n;
  for (const each of head) {
    a = (a + BigInt(each)) % MODULUS;
    b = (b + a) % MODULUS;
  }
  b = (b + times * a + (byte * times * (times + 1n)) / 2n) % MODULUS;
  a = (a + byte * times) % MODULUS;
  const result = Buffer.alloc(4);
  result.writeUInt32BE(Number((b << 16n) | a));
  return result;
}

/** A PDF whose one stream of objects unpacks to so many bytes. */
export function makePdfBomb(bytes: number): Buffer {
  const stream = packRepeated("2 0 <</Type/Catalog/Pages 3 0 R>>", 0x20, bytes);
  const head = `%PDF-1.7\n1 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${stream.length}>>\nstream\n`;
  const tail = "\nendstream\nendobj\n3 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n";
  const body = Buffer.concat([Buffer.from(head), stream, Buffer.from(tail)]);
  return Buffer.concat([body, Buffer.from(`trailer\n<</Root 2 0 R/Size 4>>\nstartxref\n${body.length}\n%%EOF\n`)]);
}

/** A PNG of so many points, all of them black, that unpacks to four bytes for each. */
export function makePngBomb(width: number, height: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    pngChunk("IHDR", size),
    pngChunk("IDAT", packRepeated("", 0, height * (1 + 4 * width))),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function pngChunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content]);
  const result = Buffer.alloc(body.length + 8);
  result.writeUInt32BE(content.length, 0);
  body.copy(result, 4);
  result.writeUInt32BE(crc32(body), body.length + 4);
  return result;
}

/** A form with one file and fields. */
export function fileForm(field: string, name: string, file: Buffer, fields: Record<string, string> = {}) {
  const boundary = "----attackfile";
  const lines = Object.entries(fields).map(
    ([key, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\n\r\n`;
  return {
    method: "POST",
    headers: { "Content-Type": `multipart/form-data; boundary=${boundary}` },
    body: Buffer.concat([Buffer.from(lines.join("") + head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  };
}
