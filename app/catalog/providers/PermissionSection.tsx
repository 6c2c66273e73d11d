import { OnceField } from "~/ui/fields/OnceField";
import { Form } from "@remix-run/react";
import { type Designation, DESIGNATIONS } from "~/catalog/courses/designation";
import type { OrganisationKind } from "~/people/roles/role";
import { formatPlainDate, plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { TextField } from "~/ui/fields/text-fields";
import { Section } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { givenByKind, LISTED_DESIGNATIONS } from "./designation-permission";

interface Row {
  id: string;
  designation: Designation;
  fromDate: string;
  toDate: string | null;
  basis: string;
  offerings: number;
}

interface PermissionSectionProps {
  permissions: Row[];
  kind: OrganisationKind;
  today: string;
  lastResult: Parameters<typeof useServerForm>[0]["lastResult"];
}

/** For which designations a provider is on a list, from when to when, and a form for another. */
export function PermissionSection({ permissions, kind, today, lastResult }: PermissionSectionProps) {
  const free = givenByKind(kind);
  return (
    <Section
      id="designations"
      title="Designations"
      description={
        <>
          <p>
            Equity and leadership hours come from educational service districts, school districts and providers on a
            list; government-to-government hours from providers on a list only. Everybody may give the others.
          </p>
          {free ? <p>This provider gives without a list: {free}.</p> : null}
        </>
      }
    >
      <DataTable
        caption="Designations that the provider is listed for"
        rows={permissions}
        rowKey={({ id }) => id}
        empty={<p className="text-soft">It is on no list.</p>}
        columns={[
          { key: "what", header: "Listed for", primary: true, cell: (row) => DESIGNATIONS[row.designation] },
          { key: "from", header: "From", cell: (row) => formatPlainDate(row.fromDate) },
          {
            key: "to",
            header: "Until",
            cell: (row) => (row.toDate === null ? "further notice" : formatPlainDate(row.toDate)),
          },
          { key: "basis", header: "Rests on", cell: (row) => row.basis },
          { key: "used", header: "Approved with it", cell: (row) => plural(row.offerings, "offering") },
          { key: "change", header: "Change", bare: true, cell: (row) => <Change row={row} today={today} /> },
        ]}
      />
      <AddListing today={today} lastResult={lastResult} />
    </Section>
  );
}

function Change({ row, today }: { row: Row; today: string }) {
  const name = DESIGNATIONS[row.designation];
  return (
    <div className="flex flex-wrap gap-2">
      <ConfirmDialog
        trigger={
          <>
            End<span className="sr-only">: {name}</span>
          </>
        }
        variant="quiet"
        size="sm"
        title={`End the listing for ${name}?`}
        confirmLabel="Set the last day"
        confirmVariant="primary"
        intent="end-listing"
        values={{ listingId: row.id }}
      >
        <p>Offerings that begin later cannot be approved with it. Approved ones keep it.</p>
        <label className="grid gap-1 font-semibold">
          Last day
          <input
            type="date"
            name="toDate"
            required
            min={row.fromDate}
            defaultValue={today}
            className="input font-normal"
          />
        </label>
      </ConfirmDialog>
      {row.offerings > 0 ? null : (
        <Form method="post" preventScrollReset>
          <OnceField />
          <Hidden name="listingId" value={row.id} />
          <SubmitButton intent="remove-listing" variant="quiet" size="sm">
            Remove<span className="sr-only">: {name}</span>
          </SubmitButton>
        </Form>
      )}
    </div>
  );
}

function AddListing({ today, lastResult }: Pick<PermissionSectionProps, "today" | "lastResult">) {
  const [form, fields] = useServerForm<Record<"designation" | "fromDate" | "toDate" | "basis", string>>({
    id: "listing",
    lastResult,
    defaultValue: { fromDate: today },
  });
  return (
    <FormFrame form={form} className="grid max-w-3xl gap-5 sm:grid-cols-2 sm:items-end">
      <SelectField
        field={fields.designation}
        label="Designation"
        placeholder="Choose one"
        options={LISTED_DESIGNATIONS.map((value) => ({ value, label: DESIGNATIONS[value] }))}
        required
      />
      <TextField field={fields.basis} label="Rests on" hint="Which list, or whose letter." maxLength={200} required />
      <TextField field={fields.fromDate} label="First day" type="date" required />
      <TextField field={fields.toDate} label="Last day" type="date" />
      <div>
        <SubmitButton intent="list-designation" variant="secondary">
          List the provider
        </SubmitButton>
      </div>
    </FormFrame>
  );
}
