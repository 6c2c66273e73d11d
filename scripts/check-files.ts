import { getDatabase } from "~/platform/database/database.server";
import { filesFolder } from "~/platform/env.server";
import { checkFiles } from "~/platform/files/file-integrity.server";

// npm run files:check: whether every file on record lies in the folder of files, byte for byte. Ends with 1 when one does not.

const { checked, damaged } = await checkFiles(getDatabase());
for (const { sha256, fault } of damaged) console.log(`${sha256}: ${fault}`);
console.log(`${checked} files on record, ${damaged.length} of them missing or changed in ${filesFolder}.`);
getDatabase().$client.close();
process.exitCode = damaged.length > 0 ? 1 : 0;
