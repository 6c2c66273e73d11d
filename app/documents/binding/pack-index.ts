import type { TranscriptSection } from "~/documents/issuing/transcript-section";
import { dayOf, plural } from "~/platform/format";

/** A file of a pack, as its index names it. */
export interface IndexedFile {
  /** 1 for the first: with it the names of the files begin, too. */
  number: number;
  title: string;
  /** The day that it is about, a plain date. */
  on: string;
  /** Of a document of ours; empty for others. */
  code: string;
  /** Pages of it in the bound file; 0 where it is a file apart. */
  pages: number;
}

/** Files that belong together: what is asked for, and which files show it. */
export interface IndexedGroup {
  heading: string;
  /** Numbers of its files, in their order. */
  numbers: readonly number[];
}

/**
 * The tables of an index: for each group its files by number, with the page on which each begins in the bound file.
 * @param before pages of the bound file that stand before the first of them
 */
export function sectionsOfIndex(
  groups: readonly IndexedGroup[],
  files: readonly IndexedFile[],
  before: number,
): TranscriptSection[] {
  const pageOf = firstPages(files, before);
  const byNumber = new Map(files.map((file) => [file.number, file]));
  return groups.flatMap(({ heading, numbers }) => {
    const rows = numbers.flatMap((number) => {
      const file = byNumber.get(number);
      return file ? [rowOf(file, pageOf.get(number))] : [];
    });
    return rows.length > 0 ? [{ heading, note: "", columns: COLUMNS, rows, hasTotal: false }] : [];
  });
}

const COLUMNS = ["File", "What it is", "Day", "Verification code", "In the one PDF"].map((head) => ({
  head,
  holds: "text" as const,
}));

const rowOf = ({ number, title, on, code }: IndexedFile, page: number | undefined) => ({
  on,
  cells: [String(number), title, dayOf(on), code || "—", page === undefined ? "A file apart" : `Page ${page}`],
});

function firstPages(files: readonly IndexedFile[], before: number): Map<number, number> {
  const found = new Map<number, number>();
  let next = before + 1;
  for (const { number, pages } of files) {
    if (pages > 0) found.set(number, next);
    next += pages;
  }
  return found;
}

/** How complete a pack is, in one sentence. */
export function completenessInWords(missing: readonly string[], files: number): string {
  const checked = `${plural(files, "file")}, each checked against its digest while it was packed.`;
  if (missing.length === 0) return `Nothing is missing. Packed: ${checked}`;
  return `${plural(missing.length, "thing is", "things are")} missing. Packed: ${checked}`;
}
