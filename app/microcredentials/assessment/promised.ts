import { formatDate, plural } from "~/platform/format";

/** Something that waits for a decision, as mails name it. */
interface Promised {
  title: string;
  promisedAt: number | null;
}

/** Lines of a mail: each micro-credential once, the promise that ends first on top, with how many wait for it. */
export function promisedLines(waiting: readonly Promised[], timeZone: string): { title: string; promisedOn: string }[] {
  const groups = Map.groupBy(waiting, ({ title }) => title);
  return [...groups]
    .map(([title, rows]) => {
      const first = Math.min(...rows.map(({ promisedAt }) => promisedAt ?? Number.POSITIVE_INFINITY));
      return { title, first, count: rows.length };
    })
    .toSorted((one, other) => one.first - other.first)
    .map(({ title, first, count }) => {
      const day = Number.isFinite(first) ? formatDate(first, timeZone) : "no day";
      return { title, promisedOn: count === 1 ? day : `${day}, the first of ${plural(count, "portfolio")}` };
    });
}
