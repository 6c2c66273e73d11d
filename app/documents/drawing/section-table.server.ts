import type { TranscriptSection } from "~/documents/issuing/transcript-section";
import { wordsOfSection } from "./section-words";
import { PAGE, STYLES, type Sheet } from "./page.server";
import { drawParagraph, drawSection } from "./prose.server";
import { type Column, drawTable } from "./table.server";
import { group, type Tag } from "./tags.server";

/** Points of a column that holds hours; those that hold text share the rest. */
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

function columnsOf({ columns }: TranscriptSection): Column[] {
  const texts = columns.filter(({ holds }) => holds === "text").length;
  const rest = PAGE.right - PAGE.left - HOURS_WIDTH * (columns.length - texts);
  return columns.map(({ head, holds }) =>
    holds === "text"
      ? { title: head, width: rest / texts }
      : { title: head, width: HOURS_WIDTH, align: "right" as const },
  );
}
