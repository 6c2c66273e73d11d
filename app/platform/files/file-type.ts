import { holdsOneOf, listZipMembers } from "./container-members";

/** What may be kept: how it is served, what its names end in, and what people call it. */
export interface FileType {
  contentType: string;
  /** The first is given to a name that ends in none of them. */
  extensions: readonly [string, ...string[]];
  label: string;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";
const type = (label: string, contentType: string, ...extensions: [string, ...string[]]): FileType => ({
  contentType,
  extensions,
  label,
});

/** Every type that is kept. Nothing that a browser would run as a page of ours is among them: neither HTML nor SVG. */
export const FILE_TYPES = {
  pdf: type("PDF", "application/pdf", "pdf"),
  png: type("PNG", "image/png", "png"),
  jpeg: type("JPEG", "image/jpeg", "jpg", "jpeg"),
  gif: type("GIF", "image/gif", "gif"),
  webp: type("WebP", "image/webp", "webp"),
  docx: type("Word", `${OFFICE}.wordprocessingml.document`, "docx"),
  xlsx: type("Excel", `${OFFICE}.spreadsheetml.sheet`, "xlsx"),
  pptx: type("PowerPoint", `${OFFICE}.presentationml.presentation`, "pptx"),
  doc: type("Word", "application/msword", "doc"),
  xls: type("Excel", "application/vnd.ms-excel", "xls"),
  ppt: type("PowerPoint", "application/vnd.ms-powerpoint", "ppt"),
  text: type("text", "text/plain; charset=utf-8", "txt", "csv", "md"),
  mp4: type("MP4", "video/mp4", "mp4", "m4v", "m4a"),
  mp3: type("MP3", "audio/mpeg", "mp3"),
} as const satisfies Record<string, FileType>;

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

/** The end of a file's name, where it fits what the file is; else the usual one. */
export function extensionFor(type: FileType, name: string): string {
  const said = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  return type.extensions.find((each) => each === said) ?? type.extensions[0];
}

/** The types in words, for hints and refusals. */
export const KEPT_TYPES_WORDS = "PDF, Word, Excel, PowerPoint, text, CSV, PNG, JPEG, GIF, WebP, MP3 or MP4";

/** What a file picker proposes; the server looks at the content all the same. */
export const KEPT_TYPES_ACCEPT = Object.values(FILE_TYPES)
  .flatMap(({ extensions }) => extensions.map((each) => `.${each}`))
  .join(",");

/** What people call the type under which a file is kept. */
export function labelOf(contentType: string): string {
  return Object.values(FILE_TYPES).find((each) => each.contentType === contentType)?.label ?? "File";
}
