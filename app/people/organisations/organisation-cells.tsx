import type { ReactNode } from "react";
import { ORGANISATION_KIND_LABELS } from "~/people/roles/role";
import { RowLink } from "~/ui/lists/RowLink";
import { Status } from "~/ui/Status";
import type { OrganisationRow } from "./organisation-list.server";

const Soft = ({ children }: { children: string }) => <span className="text-soft">{children}</span>;

/** What the list of organizations shows of each. */
export const ORGANISATION_CELLS: Record<string, (row: OrganisationRow) => ReactNode> = {
  name: (row) => <RowLink to={`/admin/organizations/${row.id}`}>{row.name}</RowLink>,
  code: (row) => (row.code ? <span className="tabular-nums">{row.code}</span> : <Soft>Not confirmed</Soft>),
  kind: (row) => ORGANISATION_KIND_LABELS[row.kind],
  county: (row) => row.county ?? <Soft>Not entered</Soft>,
  member: (row) => (row.isMember ? <Status tone="good">Member</Status> : <Status tone="neutral">Not a member</Status>),
  people: (row) => row.people,
  billing: (row) => row.billingName ?? row.billingEmail ?? <Soft>Not entered</Soft>,
};
