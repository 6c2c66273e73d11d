/** A stretch of time, epoch milliseconds, end not included. */
export interface Interval {
  from: number;
  to: number;
}

/** The same time without overlaps, in order; empty stretches are dropped. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (to <= from) continue;
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** What both lists cover. Both must be merged. */
export function intersectIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return a.flatMap((x) =>
    b.map((y) => ({ from: Math.max(x.from, y.from), to: Math.min(x.to, y.to) })).filter(({ from, to }) => from < to),
  );
}

/** What the first list covers and the second does not. Both must be merged. */
export function subtractIntervals(a: readonly Interval[], b: readonly Interval[]): Interval[] {
  return b.reduce<Interval[]>(
    (rest, { from, to }) =>
      rest.flatMap((x) =>
        to <= x.from || x.to <= from
          ? [x]
          : [
              { from: x.from, to: from },
              { from: to, to: x.to },
            ].filter((piece) => piece.from < piece.to),
      ),
    [...a],
  );
}

/** Milliseconds covered by a merged list. */
export function totalLength(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + (to - from), 0);
}
