import { formatPlainDate } from "~/platform/format";
import { Section } from "~/ui/Page";
import { type Column, DataTable } from "~/ui/Table";
import { ROLE_KIND_LABELS, type RoleKind } from "./role";

interface Affiliation {
  id: string;
  organisation: string;
  roleKind: RoleKind;
  title: string | null;
  employeeId: string | null;
  fromDate: string;
  toDate: string | null;
}

const columns: Column<Affiliation>[] = [
  { key: "organisation", header: "Organization", primary: true, cell: (row) => row.organisation },
  { key: "role", header: "Role", cell: (row) => row.title || ROLE_KIND_LABELS[row.roleKind] },
  { key: "employee", header: "Employee ID", cell: (row) => row.employeeId ?? <span className="text-soft">–</span> },
  { key: "from", header: "From", cell: (row) => formatPlainDate(row.fromDate) },
  { key: "to", header: "To", cell: (row) => (row.toDate ? formatPlainDate(row.toDate) : "today") },
];

/** Where a person works and worked. */
export function AffiliationList({ affiliations }: { affiliations: Affiliation[] }) {
  return (
    <Section title="Affiliations" description="HR of an organization sees clock hours of these dates only.">
      <DataTable
        caption="Affiliations"
        columns={columns}
        rows={affiliations}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">None entered.</p>}
      />
    </Section>
  );
}
