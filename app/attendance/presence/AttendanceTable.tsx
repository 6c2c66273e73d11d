import type { ReactNode } from "react";
import { PersonLink } from "~/people/persons/PersonLink";
import { formatHours } from "~/platform/format";
import { EmptyState, Section } from "~/ui/frame/Page";
import { RowCount } from "~/ui/tables/Pagination";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { ANOMALY_LABELS, type Anomaly } from "./presence";
import { Link } from "~/ui/Link";

export interface AttendanceTableRow {
  personId: string;
  sortName: string;
  /** Registered: has a page that leads on. */
  onRoster: boolean;
  teaches: boolean;
  present: number;
  /** In how many sessions nothing is marked of them. */
  unmarked: number;
  anomalies: Anomaly[];
  minutes: number;
}

interface AttendanceTableProps {
  rows: AttendanceTableRow[];
  sessions: number;
  approvedMinutes: number;
}

/** What confirming would say of each person: sessions, hours, and what to look at before. */
export function AttendanceTable({ rows, sessions, approvedMinutes }: AttendanceTableProps) {
  return (
    <Section
      title="People"
      description={<RowCount shown={rows.length} total={rows.length} noun="person" nouns="people" />}
    >
      <DataTable
        caption="Attendance and hours of each person"
        rows={rows}
        rowKey={(row) => row.personId}
        empty={<EmptyState title="Nobody is on the roster">There is nothing to confirm.</EmptyState>}
        columns={[
          {
            key: "name",
            header: "Name",
            primary: true,
            cell: (row) => (
              <>
                {row.onRoster ? <PersonLink personId={row.personId} name={row.sortName} /> : row.sortName}
                {row.teaches ? " (instructor)" : ""}
              </>
            ),
          },
          { key: "present", header: "Sessions", align: "end", cell: (row) => `${row.present} of ${sessions}` },
          {
            key: "hours",
            header: "Hours",
            align: "end",
            cell: (row) => `${formatHours(row.minutes)} of ${formatHours(approvedMinutes)}`,
          },
          { key: "look", header: "To look at", cell: (row) => <ToLookAt row={row} sessions={sessions} /> },
        ]}
      />
    </Section>
  );
}

function ToLookAt({ row: { anomalies, unmarked }, sessions }: { row: AttendanceTableRow; sessions: number }) {
  const unmarkedWords = sessions === 1 ? "Not marked" : `Not marked in ${unmarked} of ${sessions}`;
  const words = [...anomalies.map((anomaly) => ANOMALY_LABELS[anomaly]), ...(unmarked > 0 ? [unmarkedWords] : [])];
  return words.length === 0 ? "–" : <Status tone="attention">{words.join(", ")}</Status>;
}

interface WalkInListProps {
  walkIns: { id: string; name: string; email: string | null }[];
}

/** People who were taken in by name alone, each leading to where they are matched (T2). */
export function WalkInList({ walkIns }: WalkInListProps) {
  return (
    <ul className="grid gap-1">
      {walkIns.map(({ id, name, email }) => (
        <li key={id}>
          {name} {email ? `(${email})` : ""} ·{" "}
          <Link to={`/facilitator/walk-ins/${id}`} className="link inline-block py-1 pointer-coarse:py-3">
            Match to a person<span className="sr-only">: {name}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** Walk-ins and whom they were matched to, each leading to where that is taken back; nothing where there are none. */
export function MatchedWalkIns({ walkIns }: { walkIns: { id: string; name: string; personName: string }[] }) {
  if (walkIns.length === 0) return null;
  return (
    <Section title="Walk-ins who were matched">
      <ul className="grid gap-1">
        {walkIns.map(({ id, name, personName }) => (
          <li key={id}>
            {name} is {personName} ·{" "}
            <Link to={`/facilitator/walk-ins/${id}`} className="link inline-block py-1 pointer-coarse:py-3">
              Look again<span className="sr-only"> at who {name} was</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Leads to the roster of a session. */
export function RosterLink({ id, children }: { id: string; children: ReactNode }) {
  return (
    <Link to={`/facilitator/sessions/${id}`} className="link mr-3 inline-block py-1 pointer-coarse:py-3">
      {children}
    </Link>
  );
}

/** Leads to who has done which step of an offering. */
export function StepsLink({ offeringId, children }: { offeringId: string; children: ReactNode }) {
  return (
    <Link
      to={`/facilitator/offerings/${offeringId}/steps/people`}
      className="link mr-3 inline-block py-1 pointer-coarse:py-3"
    >
      {children}
    </Link>
  );
}
