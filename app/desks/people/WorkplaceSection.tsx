import { AffiliationStatus } from "~/people/affiliations/AffiliationStatus";
import { ROLE_KIND_LABELS } from "~/people/roles/role";
import { formatPlainDate } from "~/platform/format";
import { Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import type { PersonPage } from "./person-page.server";

/** Where the person works and worked, for staff of a provider: HR and administrators correct it. */
export function WorkplaceSection({ affiliations }: { affiliations: NonNullable<PersonPage["affiliations"]> }) {
  return (
    <Section
      id="workplaces"
      title="Affiliations"
      description="The person, their HR or an administrator corrects these."
    >
      <DataTable
        caption="Affiliations"
        rows={affiliations}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">None entered.</p>}
        columns={[
          { key: "organisation", header: "Organization", primary: true, cell: (row) => row.organisation },
          { key: "role", header: "Role", cell: (row) => row.title || ROLE_KIND_LABELS[row.roleKind] },
          { key: "from", header: "From", cell: (row) => formatPlainDate(row.fromDate) },
          { key: "to", header: "To", cell: (row) => (row.toDate ? formatPlainDate(row.toDate) : "today") },
          { key: "state", header: "Confirmed", cell: (row) => <AffiliationStatus {...row} /> },
        ]}
      />
    </Section>
  );
}
