import { createReadableStreamFromReadable } from "@remix-run/node";
import { logger } from "~/platform/logging/logger.server";
import { isOfSameFile, rangeOf } from "./byte-range";
import { hasBytes, openBytes } from "./bytes.server";
import { attachmentUnder } from "./file-name";
import type { StoredFile } from "./file-store.server";
import { isAsKept } from "./written-file.server";

/** What every answer with a file of somebody's says: to be saved, never shown as a page of ours, never kept by a cache. */
const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  // Packed on the way, its parts would be no parts of what it is.
  "Cache-Control": "private, no-store, no-transform",
};

const DAMAGED_PAGE =
  '<!doctype html><html lang="en-US"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  "<title>This file is damaged</title><h1>This file is damaged</h1>" +
  "<p>What lies on the server is not what was kept, by its SHA-256, so it is not given out. Whoever runs Hourbook can put " +
  "it back from a backup of the folder of files.</p></html>";

const MISSING_PAGE =
  '<!doctype html><html lang="en-US"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  "<title>This file is missing</title><h1>This file is missing</h1>" +
  "<p>Hourbook knows the file, but its content is not on the server any more. Whoever runs Hourbook can put it back " +
  "from a backup of the folder of files; whoever added it can add it again.</p></html>";

/**
 * A kept file, from the disk, to be saved under a name, or the part of it that a player asks for. The one way in which files
 * leave: the caller has checked the right to it. A file whose bytes are missing, as after a restored backup without its
 * folder, is a page that says so.
 */
export async function storedFileResponse(
  file: StoredFile,
  name: string,
  asked: Headers = new Headers(),
): Promise<Response> {
  const etag = `"${file.sha256}"`;
  const range = isOfSameFile(asked.get("If-Range"), etag) ? rangeOf(asked.get("Range"), file.size) : null;
  const always = { ...HEADERS, "Accept-Ranges": "bytes", ETag: etag };
  if (range === "unsatisfiable")
    return new Response(null, { status: 416, headers: { ...always, "Content-Range": `bytes */${file.size}` } });
  const handle = await openBytes(file);
  if (!handle) {
    logger.error({ file: file.sha256 }, "A file on record has no bytes on the disk. Restore the folder of files.");
    return new Response(MISSING_PAGE, {
      status: 404,
      headers: { ...HEADERS, "Content-Type": "text/html; charset=utf-8" },
    });
  }
  const { first, last } = range ?? { first: 0, last: file.size - 1 };
  const stream = handle.createReadStream({ start: first, end: last });
  return new Response(createReadableStreamFromReadable(stream), {
    status: range ? 206 : 200,
    headers: {
      ...always,
      "Content-Type": file.contentType,
      "Content-Length": String(last - first + 1),
      "Content-Disposition": attachmentUnder(name),
      ...(range && { "Content-Range": `bytes ${first}-${last}/${file.size}` }),
    },
  });
}

/**
 * The same for a file that must be, byte for byte, what was kept: its bytes are read and hashed before any of them leaves. One
 * that was changed on the disk is a page that says so.
 */
export async function provenFileResponse(file: StoredFile, name: string): Promise<Response> {
  if (hasBytes(file) && !(await isAsKept(file))) {
    logger.error({ file: file.sha256 }, "A kept file was changed on the disk. Restore the folder of files.");
    return new Response(DAMAGED_PAGE, {
      status: 404,
      headers: { ...HEADERS, "Content-Type": "text/html; charset=utf-8" },
    });
  }
  return storedFileResponse(file, name);
}
