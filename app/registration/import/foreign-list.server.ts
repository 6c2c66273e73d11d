import { readUntrusted, type UntrustedOutcome, untrustedReader } from "~/platform/untrusted/door.server";
import type { ReadList } from "./import-rows.server";
import type { ForeignList } from "./list-reader.server";

const LIST = untrustedReader<ForeignList, ReadList>("app/registration/import/list-reader.server.ts");

/** Reads a list of people that somebody pasted or uploaded, in a process of its own. */
export const readForeignList = (given: ForeignList): Promise<UntrustedOutcome<ReadList>> => readUntrusted(LIST, given);
