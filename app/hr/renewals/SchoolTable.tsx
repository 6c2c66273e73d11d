import { EmptyState } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import type { SafeRow } from "~/hr/overview/suppression";

const cell = (count: number | null) => (count === null ? <span className="text-soft">Not told</span> : count);

/** School by school, for reports that leave the desk. */
export function SchoolTable({ rows }: { rows: SafeRow[] }) {
  return (
    <DataTable
      caption="Renewals by school"
      rows={rows}
      rowKey={(row) => row.label}
      empty={<EmptyState title="Nobody shows you their renewal yet" />}
      columns={[
        { key: "school", header: "School", primary: true, cell: (row) => row.label },
        { key: "people", header: "Show it", align: "end", cell: (row) => cell(row.people) },
        { key: "short", header: "Lack hours", align: "end", cell: (row) => cell(row.of) },
      ]}
    />
  );
}
