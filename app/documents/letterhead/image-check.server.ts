import { inflateSync } from "node:zlib";
import PDFDocument from "pdfkit";
import type { ProviderImage } from "./image-kind";
import { MAX_IMAGE_BYTES } from "./provider-documents-form";
import { readDrawing, UnusableSvg } from "~/documents/drawing/svg-shapes";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const LARGEST_SIDE = 2_000;

/** A picture that documents can show, or why this file is none, in plain words. */
export type ImageCheck = { ok: true; image: ProviderImage } | { ok: false; words: string };

/** Looks at a picture; what it is is read from the file itself. Foreign files come through platform/untrusted. */
export function checkImage(bytes: Buffer): ImageCheck {
  if (bytes.length === 0 || bytes.length > MAX_IMAGE_BYTES) {
    return { ok: false, words: `Choose an SVG or PNG file of at most ${MAX_IMAGE_BYTES / 1024} KB.` };
  }
  if (bytes.subarray(0, PNG.length).equals(PNG)) return checkPng(bytes);
  try {
    readDrawing(bytes.toString("utf8"));
    return { ok: true, image: { mediaType: "image/svg+xml", bytes } };
  } catch (error) {
    if (error instanceof UnusableSvg) return { ok: false, words: error.message };
    throw error;
  }
}

/** Samples of a pixel by the PNG's colour type: grey, colours, palette, grey with alpha, colours with alpha. */
const SAMPLES = new Map([
  [0, 1],
  [2, 3],
  [3, 1],
  [4, 2],
  [6, 4],
]);

function checkPng(bytes: Buffer): ImageCheck {
  if (bytes.length < 33) return { ok: false, words: "This PNG file is damaged." };
  const [width, height, depth, colour, interlaced] = [
    bytes.readUInt32BE(16),
    bytes.readUInt32BE(20),
    bytes.readUInt8(24),
    bytes.readUInt8(25),
    bytes.readUInt8(28),
  ];
  if (Math.max(width, height) > LARGEST_SIDE || width * height === 0) {
    return { ok: false, words: `A picture may be at most ${LARGEST_SIDE} pixels wide and high.` };
  }
  if (depth === 16 || interlaced) return { ok: false, words: "Save the PNG with 8 bits per color and not interlaced." };
  // A byte for the filter before each row.
  const unpacked = height * (1 + Math.ceil((width * depth * (SAMPLES.get(colour) ?? 0)) / 8));
  try {
    // Counted while unpacking: a picture never holds more than its own size says.
    if (inflateSync(pixelsOf(bytes), { maxOutputLength: unpacked }).length !== unpacked) throw new RangeError();
    new PDFDocument({ autoFirstPage: false }).addPage().image(bytes, 0, 0).end();
    return { ok: true, image: { mediaType: "image/png", bytes } };
  } catch {
    return { ok: false, words: "This PNG file is damaged." };
  }
}

/** The packed pixels: the content of every IDAT chunk. */
function pixelsOf(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = PNG.length; at + 8 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString("latin1", at + 4, at + 8) === "IDAT") parts.push(bytes.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return Buffer.concat(parts);
}
