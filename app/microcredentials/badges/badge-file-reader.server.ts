import type { BadgeFileCheck } from "./badge-check";
import { checkBadgeFile } from "./badge-file-check.server";
import type { DidDocument } from "./linked-data.server";

/** Runs in a process of its own: checks one badge; see platform/untrusted. */
export default function read({ file, issuers }: { file: Uint8Array; issuers: DidDocument[] }): Promise<BadgeFileCheck> {
  return checkBadgeFile(Buffer.from(file), issuers);
}
