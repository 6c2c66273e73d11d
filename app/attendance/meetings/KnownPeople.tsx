import { formatHours } from "~/platform/format";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import type { KnownPerson } from "./report-preview";
import { linesInWords, stretchesInWords, wordInWords } from "./report-words";
import { MATCH_REASONS } from "./reported-name";

interface KnownPeopleProps {
  known: KnownPerson[];
  /** The form that takes whoever is vouched for. */
  form: string;
  timeZone: string;
}

/** Everybody of the roster whom a report knows, why, and what would be marked. */
export function KnownPeople({ known, form, timeZone }: KnownPeopleProps) {
  return (
    <DataTable
      caption="People of the roster in this report"
      rows={known}
      rowKey={(row) => row.personId}
      empty={<p>Nobody of the roster is in this report.</p>}
      columns={[
        { key: "name", header: "Name", primary: true, cell: (row) => row.name },
        { key: "as", header: "In the report", cell: (row) => <As person={row} /> },
        {
          key: "hours",
          header: "Hours",
          align: "end",
          cell: ({ minutes }) => formatHours(minutes),
        },
        {
          key: "when",
          header: "When",
          cell: ({ intervals, isAddition }) =>
            stretchesInWords(intervals, timeZone) ||
            (isAddition ? "As another report has it" : "Not during the session"),
        },
        { key: "state", header: "Marks", cell: (row) => <State person={row} form={form} /> },
      ]}
    />
  );
}

function As({ person: { as, lines } }: { person: KnownPerson }) {
  return (
    <>
      {as.map(({ who, name, reason }) => (
        <span key={who} className="block">
          {name}
          <span className="block text-[0.9375rem] text-soft">{MATCH_REASONS[reason]}</span>
        </span>
      ))}
      <span className="block text-[0.9375rem] text-soft">{linesInWords(lines)}</span>
    </>
  );
}

function State({
  person: { personId, name, isMarked, isAddition, minutes, needsWord },
  form,
}: {
  person: KnownPerson;
  form: string;
}) {
  if (isMarked) return <Status tone="neutral">Marked already</Status>;
  if (minutes === 0) return <Status tone="neutral">{isAddition ? "Marked already" : "Nothing to mark"}</Status>;
  if (!needsWord) return <Status tone="good">{isAddition ? "Will be added" : "Will be marked"}</Status>;
  return (
    <label className="choice">
      <input type="checkbox" name="vouched" value={personId} form={form} />
      <span>
        {wordInWords({ needsWord, isAddition })}
        <span className="sr-only"> of {name}</span>
      </span>
    </label>
  );
}
