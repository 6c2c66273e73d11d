import { Link } from "@remix-run/react";
import { PersonLink } from "~/people/persons/PersonLink";
import { describeKind, formatDate, formatDateTime } from "~/platform/format";
import { EmptyState } from "~/ui/frame/Page";
import { type Column, DataTable } from "~/ui/tables/Table";
import type { UnreachablePerson } from "./unreachable.server";

const Dash = () => <span className="text-soft">–</span>;

/** People whom mail does not reach, with what is known and how else to reach them. */
export function UnreachableTable({ people, timeZone }: { people: UnreachablePerson[]; timeZone: string }) {
  const columns: Column<UnreachablePerson>[] = [
    { key: "name", header: "Person", primary: true, cell: (row) => <PersonLink {...row} /> },
    {
      key: "email",
      header: "Address",
      cell: (row) => <span className="break-all">{row.email ?? "None on file"}</span>,
    },
    { key: "phone", header: "Phone", cell: (row) => row.phone ?? <Dash /> },
    {
      key: "reason",
      header: "What came back",
      cell: (row) =>
        row.reason && row.since !== null ? `${formatDate(row.since, timeZone)}: ${row.reason}` : <Dash />,
    },
    {
      key: "offerings",
      header: "Offerings to come",
      cell: ({ offerings }) => (
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
    },
  ];
  return (
    <DataTable
      caption="People whom mail does not reach"
      columns={columns}
      rows={people}
      rowKey={(row) => row.personId}
      empty={
        <EmptyState title="Everybody can be reached">
          <p>No mail to anybody in your offerings to come has come back.</p>
        </EmptyState>
      }
    />
  );
}

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
export function FailureTable({ failures, timeZone }: { failures: Failure[]; timeZone: string }) {
  const columns: Column<Failure>[] = [
    { key: "name", header: "Person", primary: true, cell: (row) => <PersonLink {...row} /> },
    { key: "kind", header: "Message", cell: (row) => describeKind(row.kind) },
    { key: "recipient", header: "To", cell: (row) => <span className="break-all">{row.recipient}</span> },
    { key: "written", header: "Written", cell: (row) => formatDateTime(row.createdAt, timeZone) },
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
