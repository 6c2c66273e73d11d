/** Cells that count fewer people than this are not told, and neither are those from which they could be reckoned. */
export const SMALLEST_CELL = 10;

/** A row of a summary: of so many people, so many. */
export interface CountedRow {
  label: string;
  people: number;
  of: number;
}

/** The same with what is not told as null. */
export interface SafeRow {
  label: string;
  people: number | null;
  of: number | null;
}

const isSmall = (count: number): boolean => count > 0 && count < SMALLEST_CELL;

/**
 * Rows of a summary without small cells. A part is hidden, too, where what it leaves of its row is small; and where one row alone
 * would be hidden, the next smallest goes with it, since the rest and a total would tell it.
 */
export function withoutSmallCells(rows: readonly CountedRow[]): SafeRow[] {
  const people = hideOneMore(
    rows.map((row) => row.people),
    rows.map((row) => isSmall(row.people)),
  );
  const parts = hideOneMore(
    rows.map((row) => row.of),
    rows.map((row, index) => people[index] === true || isSmall(row.of) || isSmall(row.people - row.of)),
  );
  return rows.map(({ label, people: all, of }, index) => ({
    label,
    people: people[index] ? null : all,
    of: parts[index] ? null : of,
  }));
}

/** Which of these are hidden, with the smallest of the others where only one was. */
export function hideOneMore(counts: readonly number[], hidden: readonly boolean[]): boolean[] {
  if (hidden.filter(Boolean).length !== 1) return [...hidden];
  const shown = counts.map((count, index) => ({ count, index })).filter(({ index }) => !hidden[index]);
  const next = shown.sort((a, b) => a.count - b.count)[0];
  return hidden.map((each, index) => each || index === next?.index);
}

/** A total so far rounded down that nothing hidden can be reckoned from it. */
export const roughly = (count: number): number => Math.floor(count / SMALLEST_CELL) * SMALLEST_CELL;
