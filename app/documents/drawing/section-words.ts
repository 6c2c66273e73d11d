import type { TranscriptSection } from "~/documents/issuing/transcript-section";
import { formatHours } from "~/platform/format";

/** The rows of a section and its last row, as they read: minutes as hours (H8). Null without a total. */
export function wordsOfSection(section: TranscriptSection): { rows: string[][]; total: string[] | null } {
  const words = (cell: string | number) => (typeof cell === "string" ? cell : formatHours(cell));
  return {
    rows: section.rows.map(({ cells }) => cells.map(words)),
    total: section.hasTotal ? section.columns.map((_, index) => (index === 0 ? "Total" : sumOf(section, index))) : null,
  };
}

function sumOf({ columns, rows }: TranscriptSection, index: number): string {
  if (columns[index]?.holds === "text") return "";
  return formatHours(rows.reduce((sum, { cells }) => sum + Number(cells[index]), 0));
}
