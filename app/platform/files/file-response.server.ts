import { type FileHandle, open } from "node:fs/promises";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { logger } from "~/platform/logging/logger.server";
import { attachmentUnder } from "./file-name";
import { pathOf, type StoredFile } from "./file-store.server";

/** What every answer with a file of somebody's says: to be saved, never shown as a page of ours, never kept by a cache. */
const HEADERS = {
  "X-Content-Type-Options": "nosniff",
  "Content-Security-Policy": "sandbox; default-src 'none'",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": "private, no-store",
};

const MISSING_PAGE =
  '<!doctype html><html lang="en-US"><meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
  "<title>This file is missing</title><h1>This file is missing</h1>" +
  "<p>Hourbook knows the file, but its content is not on the server any more. Whoever runs Hourbook can put it back " +
  "from a backup of the folder of files; whoever added it can add it again.</p></html>";

/**
 * A kept file, from the disk, to be saved under a name. The one way in which files leave: the caller has checked the right
 * to it. A file whose bytes are missing, as after a restored backup without its folder, is a page that says so.
 */
export async function storedFileResponse(file: StoredFile, name: string): Promise<Response> {
  const handle = await openWhole(file);
  if (!handle) {
    logger.error({ file: file.sha256 }, "A file on record has no bytes on the disk. Restore the folder of files.");
    return new Response(MISSING_PAGE, {
      status: 404,
      headers: { ...HEADERS, "Content-Type": "text/html; charset=utf-8" },
    });
  }
  return new Response(createReadableStreamFromReadable(handle.createReadStream()), {
    headers: {
      ...HEADERS,
      "Content-Type": file.contentType,
      "Content-Length": String(file.size),
      "Content-Disposition": attachmentUnder(name),
    },
  });
}

/** The file, opened; null where it is not there or not whole. */
async function openWhole({ sha256, size }: StoredFile): Promise<FileHandle | null> {
  const handle = await open(pathOf(sha256), "r").catch(() => null);
  if (!handle) return null;
  if ((await handle.stat()).size === size) return handle;
  await handle.close();
  return null;
}
