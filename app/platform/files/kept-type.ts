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
  heic: type("HEIC", "image/heic", "heic", "heif"),
  mp4: type("MP4", "video/mp4", "mp4", "m4v", "m4a"),
  mov: type("MOV", "video/quicktime", "mov"),
  webm: type("WebM", "video/webm", "webm"),
  mp3: type("MP3", "audio/mpeg", "mp3"),
  m4a: type("M4A", "audio/mp4", "m4a"),
  wav: type("WAV", "audio/wav", "wav"),
  ogg: type("Ogg", "audio/ogg", "ogg", "oga", "opus"),
} as const satisfies Record<string, FileType>;

/** The end of a file's name, where it fits what the file is; else the usual one. */
export function extensionFor(type: FileType, name: string): string {
  const said = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase();
  return type.extensions.find((each) => each === said) ?? type.extensions[0];
}

/** Whether a name ends as what the file is may end; one without an end says nothing that could be wrong. */
export function fitsName(type: FileType, name: string): boolean {
  const said = /\.([^./\\\s]+)$/.exec(name)?.[1]?.toLowerCase();
  return said === undefined || type.extensions.includes(said);
}

/** As what a page shows or plays a file; null for what is only saved. */
export function mediumOf(contentType: string): "picture" | "video" | "audio" | null {
  const kind = contentType.split("/")[0];
  return kind === "image" ? "picture" : kind === "video" || kind === "audio" ? kind : null;
}

/** As what a kept file is shown or played, by the end of its name, which fits its content. */
export function mediumOfName(name: string): ReturnType<typeof mediumOf> {
  const end = name.split(".").at(-1)?.toLowerCase() ?? "";
  const types = Object.values<FileType>(FILE_TYPES);
  const found =
    types.find(({ extensions }) => extensions[0] === end) ?? types.find((each) => fitsName(each, `x.${end}`));
  return found ? mediumOf(found.contentType) : null;
}

/** The types in words, for hints and refusals. */
export const KEPT_TYPES_WORDS =
  "PDF, Word, Excel, PowerPoint, text, CSV, PNG, JPEG, GIF, WebP, HEIC, MP4, MOV, WebM, MP3, M4A, WAV or Ogg";

/** What a file picker proposes; the server looks at the content all the same. */
export const KEPT_TYPES_ACCEPT = Object.values(FILE_TYPES)
  .flatMap(({ extensions }) => extensions.map((each) => `.${each}`))
  .join(",");

/** What people call the type under which a file is kept. */
export function labelOf(contentType: string): string {
  return Object.values(FILE_TYPES).find((each) => each.contentType === contentType)?.label ?? "File";
}
