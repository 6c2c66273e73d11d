import { holdsOneOf, listZipMembers } from "./container-members";
import { FILE_TYPES, type FileType } from "./kept-type";

export type FileTypeName = keyof typeof FILE_TYPES;

/** What has to be looked at beyond its head: the members of a ZIP, the streams of a compound file, all of a text. */
export type Beyond = "members" | "streams" | "words";

/** As much of a file's beginning as is needed to know it, or where to look further. */
export const HEAD_BYTES = 4_096;

/** What a file is by its content, whatever its name and the browser say; null for everything that is not kept. */
export function findFileType(bytes: Uint8Array): FileType | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const name = lookBeyond(buffer, lookAtHead(buffer.subarray(0, HEAD_BYTES)));
  return name && FILE_TYPES[name];
}

function lookBeyond(bytes: Buffer, seen: ReturnType<typeof lookAtHead>): FileTypeName | null {
  if (seen === null || "name" in seen) return seen?.name ?? null;
  if (seen.beyond === "members") return officeOf(listZipMembers(bytes));
  if (seen.beyond === "streams") return oldOfficeOf((names) => holdsOneOf(bytes, names));
  const words = new Words();
  return words.takes(bytes) && words.ends() ? "text" : null;
}

const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString("latin1", from, to);
const MP4_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|M4V |dash|mmp4)/;
const PHOTO_BRANDS = /^(hei[cx]|mif1)/;
// eslint-disable-next-line no-control-regex -- the first byte of a head is a number
const SOUNDS_IN_OGG = /^(\x01vorbis|OpusHead|\x7fFLAC|Speex {3})/;

/** What the beginning of a file shows: what it is, or what else has to be looked at; null for what is not kept. */
export function lookAtHead(bytes: Buffer): { name: FileTypeName } | { beyond: Beyond } | null {
  if (bytes.length < 4) return { beyond: "words" };
  if (ascii(bytes, 0, 5) === "%PDF-") return { name: "pdf" };
  if (ascii(bytes, 0, 4) === "PK\x03\x04") return { beyond: "members" };
  if (ascii(bytes, 0, 8) === "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") return { beyond: "streams" };
  const found = pictureAt(bytes) ?? mediumAt(bytes);
  if (found) return found === "none" ? null : { name: found };
  return { beyond: "words" };
}

function pictureAt(bytes: Buffer): FileTypeName | null {
  if (ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (ascii(bytes, 0, 3) === "\xff\xd8\xff") return "jpeg";
  return /^GIF8[79]a/.test(ascii(bytes, 0, 6)) ? "gif" : null;
}

function mediumAt(bytes: Buffer): FileTypeName | "none" | null {
  const [first, second, kind] = [ascii(bytes, 0, 4), ascii(bytes, 4, 8), ascii(bytes, 8, 12)];
  if (first === "RIFF") return kind === "WEBP" ? "webp" : kind === "WAVE" ? "wav" : "none";
  if (second === "ftyp") {
    if (PHOTO_BRANDS.test(kind)) return "heic";
    if (kind === "M4A ") return "m4a";
    return kind === "qt  " ? "mov" : MP4_BRANDS.test(kind) ? "mp4" : "none";
  }
  // Matroska's own kind of document stands within the first bytes, behind its name 0x4282.
  if (first === "\x1a\x45\xdf\xa3") return /\x42\x82[\x84-\x8f]webm/.test(ascii(bytes, 4, 64)) ? "webm" : "none";
  if (first === "OggS") return SOUNDS_IN_OGG.test(ascii(bytes, 27 + (bytes[26] ?? 0), 44)) ? "ogg" : "none";
  return first.startsWith("ID3") || startsFrame(bytes) ? "mp3" : null;
}

/** A ZIP is what its members say; one with macros, which run when it is opened, is none of ours. */
export function officeOf(members: string[] | null): FileTypeName | null {
  if (!members?.includes("[Content_Types].xml")) return null;
  if (members.some((name) => /vbaProject\.bin$/i.test(name))) return null;
  const begins = (folder: string) => members.some((name) => name.startsWith(folder));
  const found = (["word/", "xl/", "ppt/"] as const).filter(begins);
  const [folder] = found;
  return found.length === 1 && folder ? ({ "word/": "docx", "xl/": "xlsx", "ppt/": "pptx" } as const)[folder] : null;
}

/** Names of streams by which old documents are known. A spreadsheet within a document has its own: the document goes first. */
export const OLD_OFFICE = {
  macros: ["_VBA_PROJECT"],
  doc: ["WordDocument"],
  ppt: ["PowerPoint Document"],
  xls: ["Workbook", "Book"],
} as const;

/** What a compound file is by the names of streams in its directory; one with macros is none of ours. */
export function oldOfficeOf(holds: (names: readonly string[]) => boolean): FileTypeName | null {
  if (holds(OLD_OFFICE.macros)) return null;
  return (["doc", "ppt", "xls"] as const).find((name) => holds(OLD_OFFICE[name])) ?? null;
}

/** The head of an MPEG frame of layer III, with a bit rate and a sample rate that exist. */
function startsFrame(bytes: Buffer): boolean {
  const [first, second, third] = [bytes.readUInt8(0), bytes.readUInt8(1), bytes.readUInt8(2)];
  const isLayerThree = first === 0xff && (second & 0xe6) === 0xe2;
  return isLayerThree && third >> 4 !== 0 && third >> 4 !== 15 && ((third >> 2) & 3) !== 3;
}

/** Looks whether a file is text in UTF-8, piece by piece: without what only machines write, and no page or picture in disguise. */
export class Words {
  private readonly decoder = new TextDecoder("utf-8", { fatal: true });
  private head = "";
  private isBlank = true;

  /** Whether it can still be text after this piece. */
  takes(piece: Uint8Array): boolean {
    return this.read(piece, true);
  }

  /** Whether it was text, now that nothing more comes. */
  ends(): boolean {
    if (!this.read(new Uint8Array(), false)) return false;
    return !this.isBlank && !/^\s*<|<(!doctype|html|head|body|script|svg|iframe|\?xml)\b/i.test(this.head);
  }

  private read(piece: Uint8Array, stream: boolean): boolean {
    let text: string;
    try {
      text = this.decoder.decode(piece, { stream });
    } catch {
      return false;
    }
    if (this.head.length < HEAD_BYTES) this.head = (this.head + text).slice(0, HEAD_BYTES);
    if (text.trim() !== "") this.isBlank = false;
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    return !/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text);
  }
}
