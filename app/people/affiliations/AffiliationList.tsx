import { Form } from "@remix-run/react";
import { formatPlainDate } from "~/platform/format";
import { LinkButton, SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Hidden } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import { type Column, DataTable } from "~/ui/tables/Table";
import { type AffiliationAnswer, affiliationStateOf } from "./affiliation-state";
import { AffiliationStatus } from "./AffiliationStatus";
import { ROLE_KIND_LABELS, type RoleKind } from "~/people/roles/role";

interface Affiliation extends AffiliationAnswer {
  id: string;
  organisation: string;
  roleKind: RoleKind;
  title: string | null;
  employeeId: string | null;
  building: string | null;
  fromDate: string;
  toDate: string | null;
}

const columnsFor = (personId: string): Column<Affiliation>[] => [
  { key: "organisation", header: "Organization", primary: true, cell: (row) => row.organisation },
  { key: "role", header: "Role", cell: (row) => row.title || ROLE_KIND_LABELS[row.roleKind] },
  { key: "building", header: "School", cell: (row) => row.building ?? <span className="text-soft">–</span> },
  { key: "employee", header: "Employee ID", cell: (row) => row.employeeId ?? <span className="text-soft">–</span> },
  { key: "from", header: "From", cell: (row) => formatPlainDate(row.fromDate) },
  { key: "to", header: "To", cell: (row) => (row.toDate ? formatPlainDate(row.toDate) : "today") },
  { key: "state", header: "Confirmed", cell: (row) => <AffiliationStatus {...row} /> },
  {
    key: "answer",
    header: "Actions",
    bare: true,
    align: "end",
    cell: (row) => (
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton to={`/admin/people/${personId}/workplaces/${row.id}`} variant="quiet" size="sm">
          Correct<span className="sr-only"> {row.organisation}</span>
        </LinkButton>
        <Answer row={row} />
      </div>
    ),
  },
];

/** Where a person works and worked, and whether it is confirmed; administrators answer for any organization. */
export function AffiliationList({ affiliations, personId }: { affiliations: Affiliation[]; personId: string }) {
  return (
    <Section
      title="Affiliations"
      actions={
        <LinkButton to={`/admin/people/${personId}/workplaces/new`} variant="secondary" size="sm">
          Add a workplace
        </LinkButton>
      }
      description="HR of an organization sees clock hours of these dates only, once they are confirmed."
    >
      <DataTable
        caption="Affiliations"
        columns={columnsFor(personId)}
        rows={affiliations}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">None entered.</p>}
      />
    </Section>
  );
}

function Answer({ row }: { row: Affiliation }) {
  const of = <span className="sr-only"> {row.organisation}</span>;
  if (affiliationStateOf(row) === "confirmed")
    return (
      <ConfirmDialog
        trigger={<>Take back{of}</>}
        variant="quiet"
        size="sm"
        title={`Take back that this person works at ${row.organisation}?`}
        confirmLabel="Take it back"
        intent="take-back"
        values={{ affiliation: row.id }}
      >
        <p>
          {row.organisation} will not see these hours any more, and fees that were waived for it are due again unless
          the hours are posted. You can confirm it again.
        </p>
      </ConfirmDialog>
    );
  return (
    <Form method="post" className="flex flex-wrap justify-end gap-2">
      <Hidden name="affiliation" value={row.id} />
      {affiliationStateOf(row) === "disowned" ? (
        <SubmitButton intent="take-back" variant="quiet" size="sm">
          Take back{of}
        </SubmitButton>
      ) : (
        <>
          <SubmitButton intent="confirm" variant="secondary" size="sm">
            Confirm{of}
          </SubmitButton>
          <SubmitButton intent="disown" variant="quiet" size="sm">
            Not theirs{of}
          </SubmitButton>
        </>
      )}
    </Form>
  );
}
