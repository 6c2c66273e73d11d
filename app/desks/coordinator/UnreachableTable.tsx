import type { ReactNode } from "react";
import { PersonLink } from "~/people/persons/PersonLink";
import { describeKind, formatDate, formatDateTime } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { type Column, DataTable } from "~/ui/tables/Table";
import type { UnreachablePerson } from "./unreachable.server";
import { Link } from "~/ui/Link";

const Dash = () => <span className="text-soft">–</span>;

/** What the list of people whom mail does not reach shows of each. */
export const UNREACHABLE_CELLS: Record<string, (row: UnreachablePerson) => ReactNode> = {
  name: (row) => <PersonLink personId={row.id} name={row.name} />,
  email: (row) => <span className="break-all">{row.email ?? "None on file"}</span>,
  phone: (row) => row.phone ?? <Dash />,
  reason: (row) => row.reason ?? <Dash />,
  since: (row) => (row.since === null ? <Dash /> : formatDate(row.since, REGION_TIME_ZONE)),
  offerings: ({ offerings }) => (
    <ul className="grid gap-1">
      {offerings.map(({ offeringId, title, startsAt, timeZone: zone }) => (
        <li key={offeringId}>
          <Link
            to={`/coordinator/offerings/${offeringId}`}
            className="link pointer-coarse:inline-block pointer-coarse:py-2"
          >
            {title}
          </Link>
          {startsAt === null ? null : <span className="block text-soft">{formatDate(startsAt, zone)}</span>}
        </li>
      ))}
    </ul>
  ),
};

interface Failure {
  id: string;
  personId: string;
  name: string;
  kind: string;
  recipient: string;
  lastError: string | null;
  createdAt: number;
}

/** Messages that were given up. */
export function FailureTable({ failures }: { failures: Failure[] }) {
  const columns: Column<Failure>[] = [
    { key: "name", header: "Person", primary: true, cell: (row) => <PersonLink {...row} /> },
    { key: "kind", header: "Message", cell: (row) => describeKind(row.kind) },
    { key: "recipient", header: "To", cell: (row) => <span className="break-all">{row.recipient}</span> },
    { key: "written", header: "Written", cell: (row) => formatDateTime(row.createdAt, REGION_TIME_ZONE) },
    { key: "why", header: "Why it was given up", cell: (row) => row.lastError ?? <Dash /> },
  ];
  return (
    <DataTable
      caption="Messages that were given up"
      columns={columns}
      rows={failures}
      rowKey={(row) => row.id}
      empty={<p className="text-soft">None in the last 30 days.</p>}
    />
  );
}
