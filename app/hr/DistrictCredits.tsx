import { formatHours, formatPlainDate, formatQuarterCredits } from "~/platform/format";
import { EmptyState } from "~/ui/Page";
import { type Column, DataTable } from "~/ui/Table";

/** A credit as HR sees it. Minutes are whole. */
export interface DistrictCredit {
  id: string;
  title: string;
  inServiceNumber: string;
  provider: string;
  completedOn: string;
  minutes: number;
  designations: { code: string; minutes: number }[];
  version: number;
}

const columns: Column<DistrictCredit>[] = [
  {
    key: "course",
    header: "Course",
    primary: true,
    cell: (credit) => (
      <>
        {credit.title}
        {credit.version > 1 ? (
          <span className="block text-[0.9375rem] font-normal text-soft">Corrected, version {credit.version}</span>
        ) : null}
      </>
    ),
  },
  { key: "completed", header: "Completed", cell: (credit) => formatPlainDate(credit.completedOn) },
  { key: "number", header: "In-service number", cell: (credit) => credit.inServiceNumber },
  { key: "provider", header: "Provider", hideOnPhone: true, cell: (credit) => credit.provider },
  {
    key: "designations",
    header: "Designations, hours",
    cell: ({ designations }) =>
      designations.length === 0 ? (
        <span className="text-soft">None</span>
      ) : (
        designations.map(({ code, minutes }) => `${code} ${formatHours(minutes)}`).join(", ")
      ),
  },
  { key: "hours", header: "Clock hours", align: "end", cell: (credit) => formatHours(credit.minutes) },
  {
    key: "credits",
    header: "Quarter credits",
    align: "end",
    cell: (credit) => formatQuarterCredits(credit.minutes),
  },
];

/** What a person completed while they belonged to the district, latest first (S1). */
export function DistrictCredits({ credits }: { credits: DistrictCredit[] }) {
  return (
    <DataTable
      caption="Clock hours"
      columns={columns}
      rows={credits}
      rowKey={(credit) => credit.id}
      empty={
        <EmptyState title="No clock hours yet">
          <p>Nothing that this person completed while with you has been posted.</p>
        </EmptyState>
      }
    />
  );
}
