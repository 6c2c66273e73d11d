import { writeFileSync } from "node:fs";
import path from "node:path";
import { seedDemo } from "#seed/demo";
import { REPORT_FILE } from "#seed/demo/online-report";
import { getDatabase } from "~/platform/database/database.server";
import { systemContext } from "./prepare";

// The process that invents the demo, started by a server that finds an empty database.

const report = await seedDemo(systemContext());
if (report !== null) writeFileSync(path.join(path.dirname(getDatabase().$client.name), REPORT_FILE), report);
getDatabase().$client.close();
