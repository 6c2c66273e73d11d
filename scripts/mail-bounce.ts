import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { getDatabase } from "~/platform/database/database.server";
import { recordDeliveryReport } from "~/messages/delivery/delivery-report.server";
import { readDeliveryReport } from "~/platform/mail/report-reader.server";
import { systemContext } from "./prepare";

// npm run mail:bounce [file ...]: takes messages that came back, from files or from standard input, as a mail server's
// alias hands them over. Ends with 1 when one of them could not be used.

const sources = process.argv.slice(2);
const reports = sources.length > 0 ? sources.map((file) => readFile(file)) : [buffer(process.stdin)];
for (const [index, bytes] of (await Promise.all(reports)).entries()) {
  const name = sources[index] ?? "standard input";
  const report = await readDeliveryReport(bytes);
  const outcome = report && recordDeliveryReport(systemContext(), report, "report");
  if (outcome?.ok) {
    const { address, unreachable } = outcome.value;
    console.log(`${name}: ${address}, ${unreachable ? "unreachable from now on" : "noted"}`);
  } else {
    console.error(`${name}: ${outcome ? "not about a message that Hourbook sent" : "not a delivery status message"}`);
    process.exitCode = 1;
  }
}
getDatabase().$client.close();
