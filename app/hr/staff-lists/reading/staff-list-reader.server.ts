import { decodeText } from "~/platform/text/decode-text";
import { headTable, type TableRead } from "./read-table";
import { readTextTable } from "./text-table.server";
import { readWorkbookTable } from "./workbook-table.server";

const ZIP = [0x50, 0x4b];

/** Runs in a process of its own: reads one staff list, as text or as a workbook; see platform/untrusted. */
export default async function read(given: Uint8Array): Promise<TableRead> {
  if (ZIP.every((byte, index) => given[index] === byte)) {
    const { buffer, byteOffset, byteLength } = given;
    const read = await readWorkbookTable(Buffer.from(buffer, byteOffset, byteLength));
    return read.ok ? headTable(read.table) : read;
  }
  const decoded = decodeText(given);
  if (decoded.ok) return headTable(readTextTable(decoded.text));
  return {
    ok: false,
    words: `This file is ${decoded.kind}. Save the list as .xlsx or as “CSV UTF-8”, and choose that file.`,
  };
}
