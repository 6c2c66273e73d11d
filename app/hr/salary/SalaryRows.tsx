import { dayOf, formatDateTime, formatHours } from "~/platform/format";
import { SUBMITTED_WORDS } from "~/hr/submitted/submitted-hours";
import { EmptyState } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { type Column, DataTable } from "~/ui/tables/Table";
import type { SalaryRow } from "./salary-row";
import { SALARY_VERDICT_TONES } from "./salary-verdict";
import { verdictInWords } from "./salary-words";

interface SalaryRowsProps {
  rows: SalaryRow[];
  /** The form that takes the ticked rows. */
  form: string;
  timeZone: string;
}

/** A person's rows of a salary year, with what the rules and HR say of each. */
export function SalaryRows({ rows, form, timeZone }: SalaryRowsProps) {
  return (
    <DataTable
      caption="Rows"
      columns={columnsFor(timeZone)}
      rows={rows}
      rowKey={({ id }) => id}
      selection={{ form, name: "credit", label: ({ title }) => title }}
      empty={<EmptyState title="No hours in this salary year">Choose another one above.</EmptyState>}
    />
  );
}

const columnsFor = (timeZone: string): Column<SalaryRow>[] => [
  {
    key: "course",
    header: "Course",
    primary: true,
    cell: ({ title, provider, isSubmitted, flags }) => (
      <>
        {title}
        <span className="block text-[0.9375rem] font-normal text-soft">{provider}</span>
        {isSubmitted ? <span className="block text-[0.9375rem] font-normal text-soft">{SUBMITTED_WORDS}</span> : null}
        {flags.map((words) => (
          <span key={words} className="mt-1 block font-normal">
            <Status tone="attention">{words}</Status>
          </span>
        ))}
      </>
    ),
  },
  { key: "completed", header: "Completed", cell: ({ completedOn }) => dayOf(completedOn) },
  { key: "hours", header: "Clock hours", align: "end", cell: ({ minutes }) => formatHours(minutes) },
  { key: "counted", header: "Count", align: "end", cell: ({ counted }) => formatHours(counted) },
  {
    key: "review",
    header: "Review",
    cell: (row) => (
      <>
        <Status tone={SALARY_VERDICT_TONES[row.verdict]}>{verdictInWords(row)}</Status>
        {row.isCorrectedSince ? (
          <span className="mt-1 block">
            <Status tone="attention">Corrected since it was reviewed</Status>
          </span>
        ) : null}
        <Before row={row} timeZone={timeZone} />
      </>
    ),
  },
];

/** Who said it and when, and what was said before. */
function Before({ row: { history }, timeZone }: { row: SalaryRow; timeZone: string }) {
  if (history.length === 0) return null;
  return (
    <details className="text-[0.9375rem]">
      <summary className="link inline-block py-1 pointer-coarse:py-2.5">History</summary>
      <ol className="grid gap-1 text-soft">
        {history.map(({ id, at, who, what }) => (
          <li key={id}>
            {what} · {who}, {formatDateTime(at, timeZone)}
          </li>
        ))}
      </ol>
    </details>
  );
}
