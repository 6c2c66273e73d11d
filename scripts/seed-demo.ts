import { seedDemo } from "#seed/demo";
import { getDatabase } from "~/platform/database/database.server";
import { systemContext } from "./prepare";

// The process that invents the demo, started by a server that finds an empty database.

await seedDemo(systemContext());
getDatabase().$client.close();
