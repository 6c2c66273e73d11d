import { Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { SMALLEST_CELL, type SafeRow } from "~/hr/overview/suppression";

const cell = (count: number | null) => (count === null ? <span className="text-soft">Not told</span> : count);

/** School by school, for reports that leave the desk. */
export function SchoolSummary({ rows, about }: { rows: SafeRow[]; about: number }) {
  if (rows.length === 0) return null;
  return (
    <Section
      title="By school, to be passed on"
      description={`Fewer than ${SMALLEST_CELL} people are not told, nor what would give them away.${about > 0 ? ` In all, ${about} people or a few more.` : ""}`}
    >
      <DataTable
        caption="Renewals by school"
        rows={rows}
        rowKey={(row) => row.label}
        empty={null}
        columns={[
          { key: "school", header: "School", primary: true, cell: (row) => row.label },
          { key: "people", header: "Show it", align: "end", cell: (row) => cell(row.people) },
          { key: "short", header: "Lack hours", align: "end", cell: (row) => cell(row.of) },
        ]}
      />
    </Section>
  );
}
