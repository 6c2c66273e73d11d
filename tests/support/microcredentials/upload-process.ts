import { readFileSync } from "node:fs";
import { getDatabase } from "~/platform/database/database.server";
import { actingAs } from "../context";
import { tusAs } from "./uploads";

// A process that sends all of a file that another one sends, too: it asks how much is there and sends what comes next.

const [personId, accountId, portfolioId, uploadId, file] = process.argv.slice(2) as [
  string,
  string,
  string,
  string,
  string,
];
const PIECE = 64 * 1024;
const bytes = readFileSync(file);
const db = getDatabase();
const tus = tusAs(actingAs(db, { personId, accountId, name: "Ada" }), portfolioId);
const counts: Record<number, number> = {};

process.send!("ready");
await new Promise((resolve) => process.once("message", resolve));
for (;;) {
  const asked = await tus.head(uploadId);
  const offset = Number(asked.headers.get("Upload-Offset") ?? Number.NaN);
  if (offset === bytes.length) break;
  if (asked.status !== 200) continue;
  const { status } = await tus.piece(uploadId, offset, bytes.subarray(offset, offset + PIECE));
  counts[status] = (counts[status] ?? 0) + 1;
}
process.send!(counts);
db.$client.close();
process.disconnect();
