import { Link } from "@remix-run/react";
import { EmptyState } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { type Column, DataTable } from "~/ui/tables/Table";
import { ORGANISATION_KIND_LABELS, type OrganisationKind } from "~/people/roles/role";

interface Row {
  id: string;
  name: string;
  code: string | null;
  kind: OrganisationKind;
  county: string | null;
  isMember: boolean;
}

const columns: Column<Row>[] = [
  {
    key: "name",
    header: "Name",
    primary: true,
    cell: (row) => (
      <Link to={`/admin/organizations/${row.id}`} className="link pointer-coarse:inline-block pointer-coarse:py-2">
        {row.name}
      </Link>
    ),
  },
  {
    key: "code",
    header: "Code",
    cell: (row) => (row.code ? <span className="tabular-nums">{row.code}</span> : <Soft>Not confirmed</Soft>),
  },
  { key: "kind", header: "Kind", cell: (row) => ORGANISATION_KIND_LABELS[row.kind] },
  { key: "county", header: "County", cell: (row) => row.county ?? <Soft>Not entered</Soft> },
  {
    key: "member",
    header: "Cooperative",
    cell: (row) => (row.isMember ? <Status tone="good">Member</Status> : <Status tone="neutral">Not a member</Status>),
  },
];

/** Organizations with their codes and whether they are in the cooperative today. */
export function OrganisationTable({ organisations }: { organisations: Row[] }) {
  return (
    <DataTable
      caption="Organizations"
      columns={columns}
      rows={organisations}
      rowKey={(row) => row.id}
      empty={<EmptyState title="No organization matches">Try fewer words.</EmptyState>}
    />
  );
}

const Soft = ({ children }: { children: string }) => <span className="text-soft">{children}</span>;
