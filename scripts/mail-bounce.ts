import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { takeReturnedMail } from "~/desks/returned/returned-mail.server";
import { getDatabase } from "~/platform/database/database.server";
import { mailSender } from "~/platform/env.server";
import { readReturnedMail } from "~/platform/mail/report-reader.server";
import { systemContext } from "./prepare";

// npm run mail:bounce [file ...]: takes messages that came back, from files or from standard input. Ends with 1 when one of
// them is no mail.

const sources = process.argv.slice(2);
const reports = sources.length > 0 ? sources.map((file) => readFile(file)) : [buffer(process.stdin)];
for (const [index, bytes] of (await Promise.all(reports)).entries()) {
  const name = sources[index] ?? "standard input";
  const mail = await readReturnedMail(bytes, mailSender);
  if (mail) {
    console.log(`${name}: ${JSON.stringify(takeReturnedMail(systemContext(), mail, "report"))}`);
  } else {
    console.error(`${name}: not a mail`);
    process.exitCode = 1;
  }
}
getDatabase().$client.close();
