import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { messageIdIn } from "~/platform/mail/returned-mail";
import { readReturnedMail } from "~/platform/mail/report-reader.server";
import { judgeReturned } from "~/platform/mail/returned-verdict";

// npm run corpus -- FOLDER: what Hourbook makes of a folder of raw mails, one a file, without touching any database: a line
// for each with tabs between, then the sums. `marks` says whether the address would be marked.

const [folder] = process.argv.slice(2);
if (!folder) {
  console.error("Usage: npm run corpus -- FOLDER");
  process.exit(2);
}
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))
  .sort();
const sums = new Map<string, number>();
const lines = [["file", "marks", "verdict", "address", "message", "reason"].join("\t")];
for (const file of files) {
  const mail = await readReturnedMail(readFileSync(file), "no-reply@hourbook.example");
  const { verdict, marks, address, reason } = judgeReturned(mail);
  const named = mail && "messageId" in mail && mail.messageId ? messageIdIn(`${mail.messageId}@`) : null;
  const words = reason.replaceAll(/\s+/g, " ").slice(0, 160);
  lines.push([path.relative(folder, file), marks, verdict, address, named ?? "-", words].join("\t"));
  for (const each of [`marks ${marks}`, verdict]) sums.set(each, (sums.get(each) ?? 0) + 1);
}
lines.push("", `${files.length} mails`, ...[...sums].sort().map(([what, count]) => `${count}\t${what}`), "");
process.stdout.write(lines.join("\n"));
