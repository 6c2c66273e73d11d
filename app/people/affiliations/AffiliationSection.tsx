import { formatPlainDate } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { SelectField, type Option } from "~/ui/fields/choice-fields";
import { ConfirmDialog } from "~/ui/Dialog";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { TextField } from "~/ui/fields/text-fields";
import type { AffiliationAnswer } from "./affiliation-state";
import { MyAffiliationStatus } from "./AffiliationStatus";
import { ROLE_KIND_LABELS, ROLE_KINDS, type RoleKind } from "~/people/roles/role";

interface Affiliation extends AffiliationAnswer {
  id: string;
  organisation: string;
  roleKind: RoleKind;
  employeeId: string | null;
  fromDate: string;
  toDate: string | null;
}

interface AffiliationSectionProps {
  affiliations: Affiliation[];
  organisations: Option[];
  today: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** Where a person works and worked, and a form to add a place. */
export function AffiliationSection({ affiliations, organisations, today, lastResult }: AffiliationSectionProps) {
  const [form, fields] = useServerForm<
    Record<"organisationId" | "roleKind" | "employeeId" | "fromDate" | "toDate", string>
  >({
    id: "affiliation",
    lastResult,
    defaultValue: { fromDate: today },
  });
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
          { key: "employee", header: "Employee ID", cell: (row) => row.employeeId ?? "–" },
          { key: "from", header: "From", cell: (row) => formatPlainDate(row.fromDate) },
          { key: "to", header: "To", cell: (row) => (row.toDate ? formatPlainDate(row.toDate) : "now") },
          { key: "state", header: "Confirmed", cell: (row) => <MyAffiliationStatus {...row} /> },
          {
            key: "end",
            header: "Actions",
            bare: true,
            align: "end",
            cell: (row) =>
              row.toDate || row.disownedAt ? null : (
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
              ),
          },
        ]}
      />
      <details
        className="rounded-lg border border-line p-4"
        open={affiliations.length === 0 || Boolean(lastResult?.error)}
      >
        <summary className="cursor-pointer py-2 font-semibold">Add a workplace</summary>
        <FormFrame form={form} className="mt-4 grid gap-5 sm:grid-cols-2">
          <SelectField
            field={fields.organisationId}
            label="Organization"
            options={organisations}
            placeholder="Choose …"
            required
            className="sm:col-span-2"
          />
          <SelectField
            field={fields.roleKind}
            label="What you do there"
            placeholder="Choose …"
            options={ROLE_KINDS.map((value) => ({ value, label: ROLE_KIND_LABELS[value] }))}
            required
          />
          <TextField field={fields.employeeId} label="Employee ID" />
          <TextField field={fields.fromDate} label="First day" type="date" required />
          <TextField field={fields.toDate} label="Last day" type="date" hint="Leave empty while you work there." />
          <div className="sm:col-span-2">
            <SubmitButton intent="affiliation" variant="secondary">
              Add
            </SubmitButton>
          </div>
        </FormFrame>
      </details>
    </Section>
  );
}
