import { type FileHandle, open } from "node:fs/promises";
import { fileTypeFromFile } from "file-type";
import { directoryOf, holdsOneOf, MOST_DIRECTORY_BYTES, namesIn, TAIL_BYTES } from "./container-members";
import { type FileTypeName, HEAD_BYTES, lookAtHead, OLD_OFFICE, officeOf, oldOfficeOf, Words } from "./file-type";

const PIECE = 1024 * 1024;
/** Bytes that two pieces share, so that no name of a stream is cut in two. */
const OVERLAP = 128;

/** What the library calls each type. What it takes for something else is not kept, even where our own look would. */
const CALLED: Partial<Record<FileTypeName, readonly string[]>> = {
  png: ["png", "apng"],
  jpeg: ["jpg"],
  docx: ["docx", "zip"],
  xlsx: ["xlsx", "zip"],
  pptx: ["pptx", "zip"],
  doc: ["cfb"],
  xls: ["cfb"],
  ppt: ["cfb"],
  text: ["none", "vcf", "ics", "rtf"],
  mp4: ["mp4", "m4v", "f4v"],
  m4a: ["m4a"],
  heic: ["heic"],
  ogg: ["ogg", "oga", "opus", "spx"],
};

/** What a file on the disk is, by its content alone; null for what is not kept. Holds a piece of it at a time. */
export default async function lookAtFile(file: string): Promise<FileTypeName | null> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const seen = lookAtHead(await read(handle, 0, HEAD_BYTES));
    if (seen === null) return null;
    const name = "name" in seen ? seen.name : await LOOKS[seen.beyond](handle, size);
    const called = (await fileTypeFromFile(file))?.ext ?? "none";
    return name !== null && (CALLED[name] ?? [name]).includes(called) ? name : null;
  } finally {
    await handle.close();
  }
}

const LOOKS = {
  members: async (handle: FileHandle, size: number): Promise<FileTypeName | null> => {
    const found = directoryOf(await read(handle, Math.max(0, size - TAIL_BYTES), TAIL_BYTES));
    if (!found || found.start > size || size - found.start > MOST_DIRECTORY_BYTES) return null;
    return officeOf(namesIn(await read(handle, found.start, size - found.start), 0, found.count));
  },
  streams: async (handle: FileHandle): Promise<FileTypeName | null> => {
    const names = Object.values(OLD_OFFICE).flat();
    const held = new Set<string>();
    await eachPiece(handle, OVERLAP, (piece) => {
      for (const name of names) if (holdsOneOf(piece, [name])) held.add(name);
      return true;
    });
    return oldOfficeOf((wanted) => wanted.some((name) => held.has(name)));
  },
  words: async (handle: FileHandle): Promise<FileTypeName | null> => {
    const words = new Words();
    return (await eachPiece(handle, 0, (piece) => words.takes(piece))) && words.ends() ? "text" : null;
  },
};

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Hands over a file's bytes in their order until one piece is not taken. */
async function eachPiece(handle: FileHandle, overlap: number, take: (piece: Buffer) => boolean): Promise<boolean> {
  for (let at = 0; ; at += PIECE) {
    const piece = await read(handle, Math.max(0, at - overlap), PIECE + Math.min(at, overlap));
    if (piece.length <= Math.min(at, overlap)) return true;
    if (!take(piece)) return false;
  }
}
