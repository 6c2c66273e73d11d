/** What one part of the attack found. */
export interface Figures {
  requests: number;
  statuses: Map<number, number>;
  /** Connections of clients that keep to the rules and were cut off, or never answered. */
  dropped: number;
  /** Answers 503 that say nothing of overload: another writer held the database for too long. */
  busy: number;
  /** Answers 503 because too many pages are worked on or wait. */
  overload: number;
  /** Rows that changed and must not have. */
  changes: number;
  /** Secrets, addresses or other people's rows that came out. */
  leaks: number;
  /** Aims that were missed, in words. */
  misses: string[];
  /** What else is worth reading. */
  notes: string[];
}

/** Figures of a part that has not begun. */
export const noFigures = (): Figures => ({
  requests: 0,
  statuses: new Map(),
  dropped: 0,
  busy: 0,
  overload: 0,
  changes: 0,
  leaks: 0,
  misses: [],
  notes: [],
});

/** How many answers had a status of this hundred. */
export function countHundred({ statuses }: Figures, hundred: number): number {
  return [...statuses].reduce((sum, [status, count]) => sum + (Math.floor(status / 100) === hundred ? count : 0), 0);
}

/** Writes down an aim that was missed unless it holds. */
export function aim(figures: Figures, holds: boolean, words: string): void {
  if (!holds) figures.misses.push(words);
}

/** What no part may show, whatever else it looks for. */
export function judge(figures: Figures): void {
  const failed = [...figures.statuses].filter(([status]) => status >= 500 && status !== 503);
  for (const [status, count] of failed) figures.misses.push(`${count} answers had the status ${status}`);
  aim(figures, figures.busy === 0, `${figures.busy} answers said that the database is busy`);
  aim(figures, figures.dropped === 0, `${figures.dropped} connections of well-behaved clients were dropped`);
  aim(figures, figures.changes === 0, `${figures.changes} rows changed`);
  aim(figures, figures.leaks === 0, `${figures.leaks} leaks`);
}

/** The statuses with their numbers, for example "200×12 404×3". */
export const describeStatuses = ({ statuses }: Figures): string =>
  [...statuses]
    .sort(([a], [b]) => a - b)
    .map(([status, count]) => `${status}×${count}`)
    .join(" ");
