import type { ReactNode } from "react";
import { dayOf, formatHours, formatQuarterCredits } from "~/platform/format";
import { DataTable, type Column } from "~/ui/tables/Table";
import type { TranscriptLine } from "~/documents/issuing/transcript-parameters";

const columns: Column<TranscriptLine>[] = [
  { key: "course", header: "Course", primary: true, cell: (line) => <Course line={line} /> },
  { key: "completed", header: "Completed", cell: (line) => <Completed line={line} /> },
  {
    key: "number",
    header: "In-service number",
    cell: (line) => <span className="sm:whitespace-nowrap">{line.inServiceNumber}</span>,
  },
  { key: "designations", header: "Designations, hours", cell: (line) => <Designations line={line} /> },
  { key: "hours", header: "Clock hours", align: "end", cell: (line) => formatHours(line.minutes) },
  { key: "credits", header: "Quarter credits", align: "end", cell: (line) => formatQuarterCredits(line.minutes) },
];

/** Every line of a transcript, as the paper has them (D2, D3). */
export function TranscriptLines({ lines }: { lines: TranscriptLine[] }) {
  return (
    <DataTable
      caption="Clock hours earned"
      columns={columns}
      rows={lines}
      rowKey={(line) => line.creditId}
      empty={<p>No clock hours.</p>}
    />
  );
}

function Soft({ children }: { children: ReactNode }) {
  return <span className="block text-[0.9375rem] font-normal text-soft">{children}</span>;
}

function Course({ line }: { line: TranscriptLine }) {
  return (
    <>
      {line.courseTitle}
      <Soft>
        {line.providerName}, approved for {line.providerApprovalYear}
      </Soft>
      {line.instructor ? <Soft>Instructor: {line.instructor}</Soft> : null}
      {line.version > 1 ? <Soft>Corrected, version {line.version}</Soft> : null}
    </>
  );
}

function Completed({ line }: { line: TranscriptLine }) {
  return (
    <>
      <span className="whitespace-nowrap">{dayOf(line.completedOn)}</span>
      {line.startedOn === line.completedOn ? null : (
        <Soft>
          <span className="whitespace-nowrap">Began {dayOf(line.startedOn)}</span>
        </Soft>
      )}
    </>
  );
}

function Designations({ line }: { line: TranscriptLine }) {
  if (line.designations.length === 0) return <span className="text-soft">None</span>;
  return (
    <ul>
      {line.designations.map(({ code, minutes }) => (
        <li key={code} className="sm:whitespace-nowrap">
          {code} {formatHours(minutes)}
        </li>
      ))}
    </ul>
  );
}
