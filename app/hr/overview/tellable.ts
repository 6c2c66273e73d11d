import { hideOneMore, SMALLEST_CELL } from "./suppression";

/** What is counted of one part of a district's people. */
export interface CountedCell {
  label: string;
  /** How many people it is about. */
  people: number;
  /** What is told of them, in the chart's smallest unit: people, minutes, cents. */
  amount: number;
}

/** The same as it leaves the desk: rounded down to whole steps; null where it is not told. */
export interface ToldCell {
  label: string;
  amount: number | null;
}

export interface ToldTable {
  cells: ToldCell[];
  /** Of all cells together; null where it is not told, or means nothing. */
  total: number | null;
}

interface Table {
  cells: readonly CountedCell[];
  /** Amounts are told in whole steps of so much. */
  step: number;
  /** Whether everybody stands in one cell, so that the cells make up a whole. */
  isWhole: boolean;
}

const roundDown = (amount: number, step: number): number => Math.floor(amount / step) * step;

/**
 * A table without small cells (P4). Cells of fewer than ten people are not told, and where one alone would be hidden, the next smallest
 * goes with it. What is told is rounded down to whole steps, so that a person more or less shows nowhere: not between two days, and not
 * between a district and its schools. A total is told only where it, and the cells that are told, leave everything open about the hidden ones.
 */
export function tellTable({ cells, step, isWhole }: Table): ToldTable {
  const small = cells.map((cell) => cell.people < SMALLEST_CELL);
  const hidden = isWhole
    ? hideOneMore(
        cells.map((cell) => cell.people),
        small,
      )
    : small;
  const told = cells.map(({ label, amount }, index) => ({
    label,
    amount: hidden[index] ? null : roundDown(amount, step),
  }));
  const people = cells.reduce((sum, cell) => sum + cell.people, 0);
  const total = roundDown(
    cells.reduce((sum, { amount }) => sum + amount, 0),
    step,
  );
  const isTold = isWhole && people >= SMALLEST_CELL && leavesOpen(told, total, step);
  return { cells: told, total: isTold ? total : null };
}

/** Tables of the same people by different parts: a total that one of them may not tell, none tells. */
export function tellTogether(tables: readonly Table[]): ToldTable[] {
  const told = tables.map(tellTable);
  const isTold = told.every(({ total }) => total !== null);
  return told.map((table) => (isTold ? table : { ...table, total: null }));
}

/** Whether the hidden cells may be nothing at all, and may be as much as hidden cells can be, by all that is told. */
function leavesOpen(told: readonly ToldCell[], total: number, step: number): boolean {
  const shown = told.flatMap(({ amount }) => amount ?? []);
  const hidden = told.length - shown.length;
  if (hidden === 0) return true;
  const sum = shown.reduce((all, amount) => all + amount, 0);
  const least = total - sum - shown.length * (step - 1);
  const most = total + step - 1 - sum;
  return least <= 0 && most >= hidden * (SMALLEST_CELL - 1);
}
