import { setPriority } from "node:os";
import SqliteDatabase from "better-sqlite3";

// A process of its own that reads a whole database file, with what the machine has left over, and sends what is wrong with it.

const [file] = process.argv.slice(2);
setPriority(19);
const client = new SqliteDatabase(file, { readonly: true });
const faults = client.pragma("quick_check(5)") as { quick_check: string }[];
client.close();
process.send!(faults.map(({ quick_check }) => quick_check).filter((words) => words !== "ok"));
