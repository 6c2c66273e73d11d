/** Bytes that are no text: a workbook, a PDF, a picture. */
const OTHER_KINDS: readonly [string, number[]][] = [
  ["an Excel workbook or another packed file", [0x50, 0x4b, 0x03, 0x04]],
  ["an old Excel workbook", [0xd0, 0xcf, 0x11, 0xe0]],
  ["a PDF", [0x25, 0x50, 0x44, 0x46]],
];
const MARKS: readonly [string, number[]][] = [
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
const LF = 0x0a;
const CR = 0x0d;
/** So many of the bytes of UTF-16 without a mark are zeros, where most of it is Latin. */
const ZEROS = 0.2;

/** A file as text, or what it is instead. */
export type DecodedText = { ok: true; text: string } | { ok: false; kind: string };

/**
 * Text as programs save it: by its byte order mark, else as UTF-16 where zeros say so, else line by line as UTF-8 and,
 * where a line is none, in the code page of Windows, or of the Macintosh where lines end as there.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const other = OTHER_KINDS.find(([, mark]) => begins(bytes, mark));
  if (other) return { ok: false, kind: other[0] };
  const [encoding, mark] = MARKS.find(([, each]) => begins(bytes, each)) ?? [guessWide(bytes), []];
  const rest = bytes.subarray(mark.length);
  const text = encoding?.startsWith("utf-32") ? decodeUtf32(rest, encoding === "utf-32le") : decode(rest, encoding);
  return text.includes("\0") ? { ok: false, kind: "no text" } : { ok: true, text };
}

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean =>
  bytes.length >= mark.length && mark.every((byte, index) => bytes[index] === byte);

function guessWide(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < bytes.length * ZEROS || Math.min(even, odd) > Math.max(even, odd) / 4) return null;
  return odd > even ? "utf-16le" : "utf-16be";
}

function decode(bytes: Uint8Array, encoding: string | null): string {
  if (encoding?.startsWith("utf-16")) return new TextDecoder(encoding).decode(bytes);
  const codePage = bytes.includes(CR) && !bytes.includes(LF) ? "macintosh" : "windows-1252";
  return linesOf(bytes)
    .map((line) => decodeLine(line, codePage))
    .join("");
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== LF && bytes[at] !== CR) continue;
    lines.push(bytes.subarray(from, at + 1));
    from = at + 1;
  }
  return [...lines, bytes.subarray(from)];
}

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decodeLine(line: Uint8Array, codePage: string): string {
  try {
    return strict.decode(line);
  } catch {
    return new TextDecoder(codePage).decode(line);
  }
}

function decodeUtf32(bytes: Uint8Array, little: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const code = view.getUint32(at, little);
    characters.push(code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD");
  }
  return characters.join("");
}
