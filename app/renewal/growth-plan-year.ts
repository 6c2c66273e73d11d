/** What may be a growth plan. */
interface Planned {
  kind: string;
  /** Plain date. */
  completedOn: string;
}

/** N1: one growth plan a year, from July to June. Of sources in their order, the first of each year. */
export function firstOfEachPgpYear<Source extends Planned>(ordered: readonly Source[]): ReadonlySet<Source> {
  const first = new Map<number, Source>();
  for (const source of ordered) {
    const year = pgpYearOf(source.completedOn);
    if (source.kind === "pgp" && !first.has(year)) first.set(year, source);
  }
  return new Set(first.values());
}

/** The year in which the growth plan's year of a day, a plain date, begins. */
export function pgpYearOf(day: string): number {
  return Number(day.slice(0, 4)) - (day.slice(5) < "07-01" ? 1 : 0);
}

/** Texts in the order of their code units. */
export const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
