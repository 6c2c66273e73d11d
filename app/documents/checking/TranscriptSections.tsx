import { wordsOfSection } from "~/documents/drawing/section-words";
import type { TranscriptSection } from "~/documents/issuing/transcript-section";
import { Section } from "~/ui/frame/Page";
import { type Column, DataTable } from "~/ui/tables/Table";

interface SectionRow {
  key: string;
  cells: string[];
  isTotal: boolean;
}

/** What stands on a transcript beside its credits, as the paper has it. */
export function TranscriptSections({ sections }: { sections: readonly TranscriptSection[] }) {
  return sections.map((section, index) => (
    <Section key={index} title={section.heading} description={section.note || undefined}>
      <DataTable
        caption={section.heading}
        columns={columnsOf(section)}
        rows={rowsOf(section)}
        rowKey={(row) => row.key}
        empty={null}
      />
    </Section>
  ));
}

function rowsOf(section: TranscriptSection): SectionRow[] {
  const { rows, total } = wordsOfSection(section);
  const shown = rows.map((cells, index) => ({ key: String(index), cells, isTotal: false }));
  return total ? [...shown, { key: "total", cells: total, isTotal: true }] : shown;
}

function columnsOf({ columns }: TranscriptSection): Column<SectionRow>[] {
  return columns.map(({ head, holds }, index) => ({
    key: String(index),
    header: head,
    primary: index === 0,
    align: holds === "minutes" ? "end" : "start",
    cell: ({ cells, isTotal }) => (isTotal ? <strong>{cells[index]}</strong> : cells[index]),
  }));
}
