import { readList, type ReadList } from "./import-rows.server";
import type { ColumnChoice } from "./list-heads";

/** A text, and what its columns hold where somebody says it. */
export interface ForeignList {
  text: string;
  columns: readonly ColumnChoice[] | undefined;
}

/** Runs in a process of its own: reads one list of people; see platform/untrusted. */
export default function read({ text, columns }: ForeignList): ReadList {
  return readList(text, columns);
}
