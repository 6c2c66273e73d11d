import type { PresenceWords } from "~/attendance/presence/presence-words";

/** The form of every tap on the roster; buttons anywhere on the page may belong to it. */
export const TAPS = "taps";

type State = PresenceWords["state"];

/** Where each state stands at the door: who waits for an answer, who is yet to come, who is here, who left or is absent. */
const RANKS: Record<State, number> = { self: 0, unmarked: 1, in: 2, out: 3, absent: 3 };

export const rankOf = (state: State): number => RANKS[state];

/**
 * The rows as they stand at the door, by rank and else as they came. A row keeps the rank that it is held at, so that
 * nothing moves under a thumb.
 */
export function inDoorOrder<Row extends { personId: string }>(
  rows: readonly Row[],
  rankNow: (row: Row) => number,
  held: ReadonlyMap<string, number>,
): { row: Row; rank: number }[] {
  return rows.map((row) => ({ row, rank: held.get(row.personId) ?? rankNow(row) })).sort((a, b) => a.rank - b.rank);
}

/** How many arrived of those expected, and what else is to be said of them: each a figure with its word. */
export function countDoor(states: readonly State[]): { arrived: number; expected: number; others: string[] } {
  const count = (...wanted: State[]) => states.filter((state) => wanted.includes(state)).length;
  const others = [
    [count("self"), "to confirm"],
    [count("out"), "left"],
    [count("absent"), "absent"],
  ] as const;
  return {
    arrived: count("in", "out"),
    expected: states.length,
    others: others.filter(([figure]) => figure > 0).map(([figure, word]) => `${figure} ${word}`),
  };
}
