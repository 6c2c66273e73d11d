import PDFDocument from "pdfkit";
import type { ProviderImage } from "./image-kind";
import { MAX_IMAGE_BYTES } from "./provider-documents-form";
import { readDrawing, UnusableSvg } from "./svg-shapes";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const LARGEST_SIDE = 2_000;

/** A picture that documents can show, or why this file is none, in plain words. What it is is read from the file itself. */
export function checkImage(bytes: Buffer): { ok: true; image: ProviderImage } | { ok: false; words: string } {
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

function checkPng(bytes: Buffer): ReturnType<typeof checkImage> {
  if (bytes.length < 33) return { ok: false, words: "This PNG file is damaged." };
  const [width, height, depth, interlaced] = [
    bytes.readUInt32BE(16),
    bytes.readUInt32BE(20),
    bytes.readUInt8(24),
    bytes.readUInt8(28),
  ];
  if (Math.max(width, height) > LARGEST_SIDE || width * height === 0) {
    return { ok: false, words: `A picture may be at most ${LARGEST_SIDE} pixels wide and high.` };
  }
  if (depth === 16 || interlaced) return { ok: false, words: "Save the PNG with 8 bits per color and not interlaced." };
  try {
    new PDFDocument({ autoFirstPage: false }).addPage().image(bytes, 0, 0).end();
    return { ok: true, image: { mediaType: "image/png", bytes } };
  } catch {
    return { ok: false, words: "This PNG file is damaged." };
  }
}
