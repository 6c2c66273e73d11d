import { Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { LEVEL_LABELS } from "./assessment";
import type { ScoreForAuthor } from "./scores-for-author.server";

/** What was decided, criterion by criterion, with what the assessors wrote. */
export function ScoreTable({ scores }: { scores: ScoreForAuthor[] }) {
  if (scores.length === 0) return null;
  return (
    <Section title="What was decided">
      <DataTable
        caption="Scores"
        rows={scores}
        rowKey={(row) => row.criterion}
        empty={null}
        columns={[
          { key: "criterion", header: "Criterion", primary: true, cell: (row) => row.criterion },
          {
            key: "level",
            header: "Score",
            cell: (row) => (
              <Status tone={row.level === "demonstrated" ? "good" : "attention"}>{LEVEL_LABELS[row.level]}</Status>
            ),
          },
          {
            key: "comments",
            header: "What assessors wrote",
            cell: (row) =>
              row.comments.length === 0 ? "–" : row.comments.map((comment) => <p key={comment}>{comment}</p>),
          },
        ]}
      />
    </Section>
  );
}
