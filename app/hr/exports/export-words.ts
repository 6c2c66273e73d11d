import { formatBytes, formatPlainDate, plural } from "~/platform/format";
import { EXPORT_FORMAT_WORDS, type ExportFormat } from "./layouts/export-layout";

interface Asked {
  from: string | null;
  to: string | null;
  onlyNew: boolean;
  /** How many people were chosen; null for everybody. */
  chosen?: number | null;
  /** What the layout was called; null for all columns as they are. */
  layout?: string | null;
}

/** What was asked of an export: its days, whom, whether only what was not exported before, and as what. */
export function askedInWords({ from, to, onlyNew, chosen = null, layout = null }: Asked): string {
  const dates =
    from && to
      ? `${formatPlainDate(from)} – ${formatPlainDate(to)}`
      : from
        ? `from ${formatPlainDate(from)}`
        : to
          ? `up to ${formatPlainDate(to)}`
          : "All dates";
  return [
    dates,
    chosen === null ? "" : plural(chosen, "chosen person", "chosen people"),
    onlyNew ? "new only" : "",
    layout === null ? "" : `layout “${layout}”`,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** What kind of file it is, and how large: "CSV, 12 KB"; of earlier times, only what it was. */
export const fileInWords = (format: ExportFormat, size: number | null): string =>
  size === null ? EXPORT_FORMAT_WORDS[format] : `${EXPORT_FORMAT_WORDS[format]}, ${formatBytes(size)}`;
