import { formatDate, formatHours, formatPlainDate } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import type { listHoursDecisions } from "./hours-decision.server";

type Decision = ReturnType<typeof listHoursDecisions>[number];

/** What the committee decided on hours, newest first (A5). */
export function HoursDecisions({ decisions, timeZone }: { decisions: Decision[]; timeZone: string }) {
  return (
    <Section title="Decisions">
      <DataTable
        caption="Decisions of the committee"
        rows={decisions}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">The committee has not decided on hours yet: awards bring none.</p>}
        columns={[
          {
            key: "decision",
            header: "Decision",
            primary: true,
            cell: (row) => (
              <Status tone={row.decision === "approved" ? "good" : "ended"}>
                {row.decision === "approved" ? `Approved: ${formatHours(row.minutes ?? 0)} h` : "Declined"}
              </Status>
            ),
          },
          { key: "number", header: "In-service number", cell: (row) => row.inServiceNumber ?? "–" },
          { key: "version", header: "Version", align: "end", cell: (row) => row.version },
          { key: "met", header: "Committee met", cell: (row) => formatPlainDate(row.committeeMetOn) },
          { key: "by", header: "Recorded", cell: (row) => `${formatDate(row.decidedAt, timeZone)}, ${row.by}` },
          { key: "note", header: "Note", cell: (row) => row.note ?? "–" },
        ]}
      />
    </Section>
  );
}
