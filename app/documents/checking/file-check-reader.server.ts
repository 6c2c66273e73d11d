import { checkFile } from "./file-check.server";
import type { FileCheck } from "./file-check";
import type { PublishedKey } from "~/documents/signing/signed-data";

/** Runs in a process of its own: checks one file; see platform/untrusted. */
export default function read({ pdf, keys }: { pdf: Uint8Array; keys: PublishedKey[] }): Promise<FileCheck> {
  return checkFile(Buffer.from(pdf), keys);
}
