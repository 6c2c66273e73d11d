/** How far somebody's portfolio goes in the demo. */
export type DemoState =
  "draft" | "withdrawn" | "waiting" | "asked" | "second" | "held" | "held-by-others" | "not-yet" | "again" | "awarded";

/** One portfolio: how far it goes, how many days ago it was handed in or begun, and which micro-credential it is for. */
export interface Plan {
  state: DemoState;
  ago: number;
  of: number;
  /** Days after handing in until it was decided. */
  took?: number;
}

const many = (state: DemoState, ages: readonly number[], of?: readonly number[]): Plan[] =>
  ages.map((ago, index) => ({
    state,
    ago,
    of: of?.[index % of.length] ?? (ago + index) % 9,
    took: 5 + ((ago * 7) % 19),
  }));

/** The first portfolios, judged by whoever wrote the rubrics; new assessors practise on them. */
export const EARLY: readonly Plan[] = [
  ...many("awarded", [230, 222, 214, 205], [0]),
  ...many("not-yet", [226, 209], [0]),
  ...many("awarded", [218, 211, 203], [1]),
  ...many("not-yet", [216], [1]),
];

/** What came later, as it stands today: few promises of thirty days are late, and some are near their end. */
export const LATER: readonly Plan[] = [
  ...many("awarded", [98, 91, 84, 77, 70, 63, 55, 48, 41, 36, 31, 27], [0, 4, 2, 3, 5, 6, 7, 8, 1, 2, 0, 4]),
  ...many("not-yet", [66, 52, 39, 30, 24], [3, 5, 7, 2, 6]),
  ...many("again", [88, 74, 59], [8, 3, 0]),
  ...many("waiting", [1, 2, 4, 6, 7, 10, 13, 16, 20], [0, 5, 3, 8, 2, 6, 1, 7, 4]),
  ...many("waiting", [26.5, 28.2], [2, 5]),
  ...many("waiting", [31.5, 34], [8, 6]),
  ...many("held", [8, 12, 21], [0, 3, 7]),
  ...many("held-by-others", [9, 15], [1, 4]),
  ...many("second", [13, 18], [5, 2]),
  ...many("asked", [5], [4]),
  ...many("draft", [2, 3, 5, 8, 12, 17, 24, 33], [0, 1, 2, 3, 4, 5, 6, 7]),
  ...many("withdrawn", [45], [1]),
];
