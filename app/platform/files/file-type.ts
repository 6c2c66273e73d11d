import { holdsOneOf, listZipMembers } from "./container-members";
import { FILE_TYPES, type FileType } from "./kept-type";

type FileTypeName = keyof typeof FILE_TYPES;

/** What a file is by its content, whatever its name and the browser say; null for everything that is not kept. */
export function findFileType(bytes: Uint8Array): FileType | null {
  const name = sniff(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  return name && FILE_TYPES[name];
}

const ascii = (bytes: Buffer, from: number, to: number) => bytes.toString("latin1", from, to);

function sniff(bytes: Buffer): FileTypeName | null {
  if (bytes.length < 4) return isText(bytes) ? "text" : null;
  if (ascii(bytes, 0, 5) === "%PDF-") return "pdf";
  if (ascii(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "png";
  if (ascii(bytes, 0, 3) === "\xff\xd8\xff") return "jpeg";
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return "gif";
  if (ascii(bytes, 0, 4) === "RIFF") return ascii(bytes, 8, 12) === "WEBP" ? "webp" : null;
  if (ascii(bytes, 0, 4) === "PK\x03\x04") return findOffice(bytes);
  if (ascii(bytes, 0, 8) === "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") return findOldOffice(bytes);
  if (ascii(bytes, 4, 8) === "ftyp") return MP4_BRANDS.test(ascii(bytes, 8, 12)) ? "mp4" : null;
  if (ascii(bytes, 0, 3) === "ID3" || startsFrame(bytes)) return "mp3";
  return isText(bytes) ? "text" : null;
}

const MP4_BRANDS = /^(isom|iso[2-9]|mp4[12]|avc1|M4[VA] |dash|mmp4)/;

/** A ZIP is what its members say; one with macros, which run when it is opened, is none of ours. */
function findOffice(bytes: Buffer): FileTypeName | null {
  const members = listZipMembers(bytes);
  if (!members?.includes("[Content_Types].xml")) return null;
  if (members.some((name) => /vbaProject\.bin$/i.test(name))) return null;
  const begins = (folder: string) => members.some((name) => name.startsWith(folder));
  const found = (["word/", "xl/", "ppt/"] as const).filter(begins);
  const [folder] = found;
  return found.length === 1 && folder ? ({ "word/": "docx", "xl/": "xlsx", "ppt/": "pptx" } as const)[folder] : null;
}

function findOldOffice(bytes: Buffer): FileTypeName | null {
  // Names of streams stand in the directory as UTF-16. A spreadsheet within a document has its own: the document goes first.
  if (holdsOneOf(bytes, ["WordDocument"])) return "doc";
  if (holdsOneOf(bytes, ["PowerPoint Document"])) return "ppt";
  return holdsOneOf(bytes, ["Workbook", "Book"]) ? "xls" : null;
}

/** The head of an MPEG frame of layer III, with a bit rate and a sample rate that exist. */
function startsFrame(bytes: Buffer): boolean {
  const [first, second, third] = [bytes.readUInt8(0), bytes.readUInt8(1), bytes.readUInt8(2)];
  const isLayerThree = first === 0xff && (second & 0xe6) === 0xe2;
  return isLayerThree && third >> 4 !== 0 && third >> 4 !== 15 && ((third >> 2) & 3) !== 3;
}

/** Text in UTF-8 without what only machines write, and no page or picture in disguise. */
function isText(bytes: Buffer): boolean {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\0-\x08\x0b\x0e-\x1f\x7f]/.test(text)) return false;
  return text.trim() !== "" && !/^\s*<|<(!doctype|html|head|body|script|svg|iframe|\?xml)\b/i.test(text.slice(0, 4096));
}
