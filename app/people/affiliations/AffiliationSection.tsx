import { formatPlainDate } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import type { Option } from "~/ui/fields/choice-fields";
import { ConfirmDialog } from "~/ui/Dialog";
import type { useServerForm } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import type { AffiliationConflict } from "./affiliation-conflict";
import { AffiliationEditor } from "./AffiliationEditor";
import type { AffiliationAnswer } from "./affiliation-state";
import { MyAffiliationStatus } from "./AffiliationStatus";
import { ROLE_KIND_LABELS, type RoleKind } from "~/people/roles/role";

interface Affiliation extends AffiliationAnswer {
  id: string;
  organisation: string;
  roleKind: RoleKind;
  employeeId: string | null;
  building: string | null;
  fromDate: string;
  toDate: string | null;
}

interface AffiliationSectionProps {
  affiliations: Affiliation[];
  organisations: Option[];
  today: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
  conflict: AffiliationConflict | null;
}

const hrefOf = (affiliationId: string) => `/profile/workplaces/${affiliationId}`;

/** Where a person works and worked, and a form to add a workplace. */
export function AffiliationSection(props: AffiliationSectionProps) {
  const { affiliations, organisations, today, lastResult, conflict } = props;
  return (
    <Section
      title="Where you work"
      description="HR of a district sees your hours for the dates on which you work there, once it has confirmed them, and no others."
    >
      <DataTable
        caption="Where you work"
        rows={affiliations}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">Nothing yet. Add your district, so that your hours reach its HR.</p>}
        columns={[
          { key: "organisation", header: "Organization", primary: true, cell: (row) => row.organisation },
          { key: "role", header: "Role", cell: (row) => ROLE_KIND_LABELS[row.roleKind] },
          { key: "building", header: "School", cell: (row) => row.building ?? "–" },
          { key: "employee", header: "Employee ID", cell: (row) => row.employeeId ?? "–" },
          { key: "from", header: "From", cell: (row) => formatPlainDate(row.fromDate) },
          { key: "to", header: "To", cell: (row) => (row.toDate ? formatPlainDate(row.toDate) : "now") },
          { key: "state", header: "Confirmed", cell: (row) => <MyAffiliationStatus {...row} /> },
          {
            key: "end",
            header: "Actions",
            bare: true,
            align: "end",
            cell: (row) => (
              <div className="flex flex-wrap justify-end gap-2">
                <LinkButton to={hrefOf(row.id)} variant="quiet" size="sm">
                  Correct<span className="sr-only"> {row.organisation}</span>
                </LinkButton>
                {row.toDate || row.disownedAt ? null : (
                  <ConfirmDialog
                    trigger="I left"
                    variant="quiet"
                    size="sm"
                    title={`When did you leave ${row.organisation}?`}
                    confirmLabel="Save the last day"
                    confirmVariant="primary"
                    intent="end-affiliation"
                    values={{ affiliationId: row.id }}
                  >
                    <label className="grid gap-1 font-semibold">
                      Last day
                      <input type="date" name="toDate" defaultValue={today} required className="input max-w-60" />
                    </label>
                  </ConfirmDialog>
                )}
              </div>
            ),
          },
        ]}
      />
      <details
        className="rounded-lg border border-line p-4"
        open={affiliations.length === 0 || Boolean(lastResult?.error)}
      >
        <summary className="cursor-pointer py-2 font-semibold">Add a workplace</summary>
        <div className="mt-4 grid gap-5">
          <AffiliationEditor
            organisations={organisations}
            lastResult={lastResult}
            conflict={conflict}
            hrefOf={hrefOf}
            own
            submitLabel="Add"
          />
        </div>
      </details>
    </Section>
  );
}
