import { countPages } from "./bind.server";
import type { BoundPart } from "./bound-part";

/** Counts the pages of a file that somebody sent; 0 for one that cannot be read. */
export default async function readPageCount(part: BoundPart): Promise<number> {
  const [pages = 0] = await countPages([part]);
  return pages;
}
