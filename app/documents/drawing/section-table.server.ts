import type { TranscriptSection } from "~/documents/issuing/transcript-section";
import { wordsOfSection } from "./section-words";
import { PAGE, STYLES, type Sheet } from "./page.server";
import { drawParagraph, drawSection } from "./prose.server";
import { type Column, drawTable } from "./table.server";
import { group, type Tag } from "./tags.server";

/** Points of a column that holds hours; those that hold text share the rest by what they hold. */
const HOURS_WIDTH = 64;

/** What stands beside the credits: each section with its heading, note and table. */
export function drawTranscriptSections(sheet: Sheet, root: Tag, sections: readonly TranscriptSection[]): void {
  for (const section of sections) {
    const { heading, note } = section;
    const { rows, total } = wordsOfSection(section);
    const tag = group(sheet.doc, root, "Sect");
    drawSection(sheet, tag, heading, 90);
    if (note) drawParagraph(sheet, tag, note, STYLES.small);
    drawTable(sheet, tag, {
      columns: columnsOf(section),
      rows: rows.map((cells) => cells.map((text) => [{ text }])),
      totals: total?.map((text) => [{ text, bold: true }]),
    });
    tag.end();
  }
}

function columnsOf({ columns, rows }: TranscriptSection): Column[] {
  const weights = columns.map(({ head, holds }, index) => (holds === "text" ? weightOf(head, rows, index) : 0));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const rest = PAGE.right - PAGE.left - HOURS_WIDTH * columns.filter(({ holds }) => holds !== "text").length;
  return columns.map(({ head, holds }, index) =>
    holds === "text"
      ? { title: head, width: (rest * (weights[index] ?? 0)) / all }
      : { title: head, width: HOURS_WIDTH, align: "right" as const },
  );
}

/** Characters for which a column of text makes room: as its longest cell, within bounds, so that short ones leave it to the others. */
const WEIGHT = { least: 10, most: 32 };

function weightOf(head: string, rows: TranscriptSection["rows"], index: number): number {
  const longest = rows.reduce((most, { cells }) => Math.max(most, String(cells[index]).length), head.length);
  return Math.min(WEIGHT.most, Math.max(WEIGHT.least, longest));
}
