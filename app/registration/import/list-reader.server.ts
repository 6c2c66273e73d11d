import { readList, type ReadList } from "./import-rows.server";

/** Runs in a process of its own: reads one list of people; see platform/untrusted. */
export default function read(text: string): ReadList {
  return readList(text);
}
