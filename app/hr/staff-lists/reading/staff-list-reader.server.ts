import { decodeText } from "~/platform/text/decode-text";
import { headTable, type TableRead } from "./read-table";
import { readTextTable } from "./text-table.server";
import { readWorkbookTable } from "./workbook-table.server";

const ZIP = [0x50, 0x4b];

const MARKED_UP =
  "This file is a web page or XML, whatever its name says. Open it in your spreadsheet, save it as .xlsx, and choose that file.";

/** Runs in a process of its own: reads one staff list, as text or as a workbook; see platform/untrusted. */
export default async function read(given: Uint8Array): Promise<TableRead> {
  if (ZIP.every((byte, index) => given[index] === byte)) {
    const { buffer, byteOffset, byteLength } = given;
    const read = await readWorkbookTable(Buffer.from(buffer, byteOffset, byteLength));
    return read.ok ? headTable(read.table) : read;
  }
  const decoded = decodeText(given);
  // Some systems write their "Excel" export as a web page.
  if (decoded.ok && /^\s*<(!doctype|html|\?xml|table|meta)\b/i.test(decoded.text))
    return { ok: false, words: MARKED_UP };
  if (decoded.ok) return headTable(readTextTable(decoded.text));
  return {
    ok: false,
    words: `This file is ${decoded.kind}. Save the list as .xlsx or as “CSV UTF-8”, and choose that file.`,
  };
}
