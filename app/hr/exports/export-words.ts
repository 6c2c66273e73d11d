import { formatPlainDate } from "~/platform/format";

/** What was asked of an export: its days, and whether only what was not exported before. */
export function datesInWords({ from, to, onlyNew }: { from: string | null; to: string | null; onlyNew: boolean }) {
  const dates =
    from && to
      ? `${formatPlainDate(from)} – ${formatPlainDate(to)}`
      : from
        ? `from ${formatPlainDate(from)}`
        : to
          ? `up to ${formatPlainDate(to)}`
          : "All dates";
  return onlyNew ? `${dates}, new only` : dates;
}
