import type { ReactNode } from "react";
import { dayOf, formatHours, formatQuarterCredits } from "~/platform/format";
import { EmptyState } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { SUBMITTED_WORDS } from "~/hr/submitted/submitted-hours";
import { type Column, DataTable } from "~/ui/tables/Table";
import type { DistrictCredit } from "./district-credit";

const columns: Column<DistrictCredit>[] = [
  {
    key: "course",
    header: "Course",
    primary: true,
    cell: (credit) => (
      <>
        {credit.title}
        <Soft>{credit.provider}</Soft>
        {credit.isSubmitted ? <Soft>{SUBMITTED_WORDS}</Soft> : null}
        {credit.flags.map((words) => (
          <span key={words} className="mt-1 block font-normal">
            <Status tone="attention">{words}</Status>
          </span>
        ))}
        {credit.version > 1 ? <Soft>Corrected, version {credit.version}</Soft> : null}
      </>
    ),
  },
  { key: "completed", header: "Completed", cell: (credit) => <Whole>{dayOf(credit.completedOn)}</Whole> },
  { key: "number", header: "In-service number", cell: (credit) => <Whole>{credit.inServiceNumber}</Whole> },
  {
    key: "designations",
    header: "Designations, hours",
    cell: ({ designations }) =>
      designations.length === 0 ? (
        <span className="text-soft">None</span>
      ) : (
        designations.map(({ code, minutes }) => (
          <span key={code} className="block">
            <Whole>
              {code} {formatHours(minutes)}
            </Whole>
          </span>
        ))
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

function Soft({ children }: { children: ReactNode }) {
  return <span className="block text-[0.9375rem] font-normal text-soft">{children}</span>;
}

function Whole({ children }: { children: ReactNode }) {
  return <span className="sm:whitespace-nowrap">{children}</span>;
}

/** What a person completed while they belonged to the district, or submitted to it, latest first (S1). */
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
