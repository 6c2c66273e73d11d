import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, rm } from "node:fs/promises";
import path from "node:path";
import { hashOf, pathOf, unfinishedFolder } from "./bytes.server";
import type { AssembledFile, StoredFile } from "./file-store.server";

/**
 * Writes a file of our own making to the disk as it is made, and hashes it on the way: it is never in memory as a whole. It
 * lies among what is unfinished until `keepFile` puts it in its place, in the transaction of what names it. Where making it
 * fails, nothing stays.
 */
export async function writeFileAsMade(
  pieces: AsyncIterable<string | Buffer>,
  contentType: string,
): Promise<AssembledFile> {
  await mkdir(unfinishedFolder, { recursive: true });
  const unfinished = path.join(unfinishedFolder, randomUUID());
  const handle = await open(unfinished, "wx", 0o600);
  try {
    const hash = createHash("sha256");
    let size = 0;
    for await (const piece of pieces) {
      const bytes = Buffer.from(piece);
      hash.update(bytes);
      size += bytes.length;
      await handle.writeFile(bytes);
    }
    await handle.sync();
    return { path: unfinished, sha256: hash.digest("hex"), size, contentType };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Takes away a file that was written and is not kept after all, or that lies in its place already. */
export const forgetWritten = (file: AssembledFile): Promise<void> => rm(file.path, { force: true });

/** Whether a kept file holds the very bytes that were kept, read piece by piece. False where it is not there. */
export const isAsKept = ({ sha256 }: StoredFile): Promise<boolean> =>
  hashOf(pathOf(sha256)).then(
    (hash) => hash === sha256,
    () => false,
  );
