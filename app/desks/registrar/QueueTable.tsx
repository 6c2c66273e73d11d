import { formatAge, formatHours } from "~/platform/format";
import { EmptyState } from "~/ui/frame/Page";
import { WorkplaceStatus } from "~/people/affiliations/WorkplaceStatus";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import type { listQueue, QueueView } from "./registrar-queue.server";
import { claimColumns } from "./claim-columns";

type Row = ReturnType<typeof listQueue>["rows"][number];

const EMPTY = {
  ready: "Claims come here once the hours agree with attendance, and evaluation and fee are there.",
  differs: "Claims for fewer hours than were earned come here, to be looked at before they are posted.",
  waiting: "Claims wait here for the person’s evaluation or for their fee.",
  returned: "Claims that you return stand here until they are made anew.",
} satisfies Record<QueueView, string>;

interface QueueTableProps {
  rows: Row[];
  view: QueueView;
  /** The form that takes the chosen claims. */
  form: string;
}

/** The registrar's claims; those that can be posted can be chosen. */
export function QueueTable({ rows, view, form }: QueueTableProps) {
  return (
    <DataTable
      caption="Claims"
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title="Nothing here">{EMPTY[view]}</EmptyState>}
      selection={
        view === "ready" || view === "differs"
          ? { name: "claim", form, label: (row) => `Choose the claim of ${row.name}` }
          : undefined
      }
      columns={[
        ...claimColumns<Row>((row) => row.id),
        { key: "number", header: "In-service number", hideOnPhone: true, cell: (row) => row.inServiceNumber },
        ...(view === "differs"
          ? [
              {
                key: "approved",
                header: "Approved",
                align: "end" as const,
                cell: (row: Row) => formatHours(row.approvedMinutes),
              },
            ]
          : []),
        { key: "earned", header: "Earned", align: "end", cell: (row) => formatHours(row.earnedMinutes) },
        {
          key: "claimed",
          header: "Claimed",
          align: "end",
          cell: (row) =>
            row.requestedMinutes === row.earnedMinutes ? (
              formatHours(row.requestedMinutes)
            ) : (
              <strong>{formatHours(row.requestedMinutes)}</strong>
            ),
        },
        {
          key: "district",
          header: "District",
          cell: (row) => <WorkplaceStatus workplace={row.workplace} />,
        },
        { key: "age", header: "Age", cell: (row) => formatAge(row.age) },
        {
          key: "missing",
          header: "Missing",
          cell: (row) =>
            row.missing.length > 0 ? (
              <Status tone="waiting">{row.missing.join(", ")}</Status>
            ) : (
              <Status tone="good">Nothing</Status>
            ),
        },
      ]}
    />
  );
}
