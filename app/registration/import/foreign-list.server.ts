import { readUntrusted, type UntrustedOutcome, untrustedReader } from "~/platform/untrusted/door.server";
import type { ReadList } from "./import-rows.server";

const LIST = untrustedReader<string, ReadList>("app/registration/import/list-reader.server.ts");

/** Reads a list of people that somebody pasted or uploaded, in a process of its own. */
export const readForeignList = (text: string): Promise<UntrustedOutcome<ReadList>> => readUntrusted(LIST, text);
