import { Form } from "@remix-run/react";
import { formatDate } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { OnceField } from "~/ui/fields/OnceField";
import { EmptyState } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

interface Row {
  submissionId: string;
  decidedAt: number;
  judged: number;
  demonstrated: number;
  isChosen: boolean;
  readings: number;
}

/** What authors gave for practice, chosen or not. */
export function PieceTable({ rows, timeZone }: { rows: Row[]; timeZone: string }) {
  return (
    <DataTable
      caption="Given by their authors"
      rows={rows}
      dense
      rowKey={(row) => row.submissionId}
      empty={
        <EmptyState title="Nothing is given yet">
          <p>Authors are asked when they hand in a portfolio. What they give stands here once it is decided.</p>
        </EmptyState>
      }
      columns={[
        {
          key: "decided",
          header: "Decided",
          primary: true,
          cell: (row) => (
            <Link
              to={`?piece=${row.submissionId}`}
              className="link pointer-coarse:inline-block pointer-coarse:py-2"
              preventScrollReset={false}
            >
              Decided {formatDate(row.decidedAt, timeZone)}
            </Link>
          ),
        },
        {
          key: "scores",
          header: "Demonstrated",
          cell: (row) => `${row.demonstrated} of ${row.judged} demonstrated`,
        },
        {
          key: "readings",
          header: "Practised on",
          cell: (row) => (row.readings === 1 ? "once" : `${row.readings} times`),
        },
        {
          key: "state",
          header: "Practice",
          cell: (row) =>
            row.isChosen ? <Status tone="good">Chosen</Status> : <Status tone="neutral">Not chosen</Status>,
        },
        {
          key: "actions",
          header: "Actions",
          bare: true,
          cell: (row) => (
            <Form method="post" preventScrollReset>
              <OnceField />
              <Hidden name="submissionId" value={row.submissionId} />
              <SubmitButton intent={row.isChosen ? "remove" : "choose"} variant="secondary" size="sm">
                {row.isChosen ? "Take it out" : "Choose it"}
                <span className="sr-only">, decided {formatDate(row.decidedAt, timeZone)}</span>
              </SubmitButton>
            </Form>
          ),
        },
      ]}
    />
  );
}
