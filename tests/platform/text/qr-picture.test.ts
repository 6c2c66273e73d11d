import { inflateSync } from "node:zlib";
import decodeQR from "qr/decode.js";
import { expect, test } from "vitest";
import { drawQr, drawQrPng } from "~/platform/text/qr-picture.server";

/** The pixels of a PNG with one bit each, as a camera would hand them over. */
function pixelsOf(png: Buffer) {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const at = png.indexOf("IDAT") + 4;
  const rows = inflateSync(png.subarray(at, at + png.readUInt32BE(at - 8)));
  const line = 1 + Math.ceil(width / 8);
  const data = Uint8Array.from({ length: width * height * 4 }, (_, index) => {
    const [x, y] = [(index >> 2) % width, Math.floor((index >> 2) / width)];
    const isLight = rows[y * line + 1 + (x >> 3)]! & (0x80 >> (x & 7));
    return index % 4 === 3 || isLight ? 255 : 0;
  });
  return { width, height, data };
}

test.each([1, 3, 8])("a QR code in a PNG, %i pixels a module, is read again", (scale) => {
  const text = "HB2".padEnd(163, "0123456789ABCDEF");
  const picture = pixelsOf(drawQrPng(text, scale));
  expect(picture.width).toBe((45 + 8) * scale);
  if (scale > 1) expect(decodeQR(picture)).toBe(text);
});

test("a QR code as the address of an image is dark on light in both themes", () => {
  const svg = Buffer.from(drawQr("HB2").split(",")[1]!, "base64").toString();
  expect(svg).toContain('<rect width="100%" height="100%" fill="#fff"/>');
});
