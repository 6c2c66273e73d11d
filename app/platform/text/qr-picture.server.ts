import { crc32, deflateSync } from "node:zlib";
import encodeQR from "qr";

/** A QR code as the address of an image; dark on light in both themes, with the quiet zone that readers need. */
export function drawQr(text: string): string {
  const modules = encodeQR(text, "svg", { ecc: "medium", border: 4 });
  const svg = modules.replace(">", '><rect width="100%" height="100%" fill="#fff"/>');
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}`;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A QR code as a PNG, black on white with its quiet zone, each module so many pixels wide: for mail, whose programs show no SVG. */
export function drawQrPng(text: string, scale: number): Buffer {
  const modules = encodeQR(text, "raw", { ecc: "medium", border: 4 });
  const width = modules.length * scale;
  const rows = modules.flatMap((row) => {
    const line = Buffer.alloc(1 + Math.ceil(width / 8), 0xff);
    // No filter; one bit a pixel, and a bit that is not set is black.
    line[0] = 0;
    for (let x = 0; x < width; x += 1) if (row[Math.floor(x / scale)]) line[1 + (x >> 3)]! &= ~(0x80 >> (x & 7));
    return Array.from({ length: scale }, () => line);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(width, 4);
  head[8] = 1;
  return Buffer.concat([
    PNG_SIGNATURE,
    pngChunk("IHDR", head),
    pngChunk("IDAT", deflateSync(Buffer.concat(rows))),
    pngChunk("IEND", Buffer.alloc(0)),
  ]);
}

function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
