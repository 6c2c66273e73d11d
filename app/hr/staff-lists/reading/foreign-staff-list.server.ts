import { readUntrusted, untrustedReader } from "~/platform/untrusted/door.server";
import { UNTRUSTED_REFUSALS } from "~/platform/untrusted/refusal";
import type { TableRead } from "./read-table";

const STAFF_LIST = untrustedReader<Uint8Array, TableRead>("app/hr/staff-lists/reading/staff-list-reader.server.ts");

/** Reads a staff list that somebody uploaded, in a process of its own. What it takes too much of is refused in words. */
export async function readForeignStaffList(file: File): Promise<TableRead> {
  if (file.size === 0) return { ok: false, words: "Choose a file." };
  const read = await readUntrusted(STAFF_LIST, new Uint8Array(await file.arrayBuffer()));
  return read.ok ? read.value : { ok: false, words: UNTRUSTED_REFUSALS[read.reason] };
}
