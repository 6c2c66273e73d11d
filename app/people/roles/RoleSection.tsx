import type { SubmissionResult } from "@conform-to/react";
import type { ReactNode } from "react";
import { formatDate } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { SelectField, type Option } from "~/ui/fields/choice-fields";
import { ConfirmDialog } from "~/ui/Dialog";
import { FormFrame, Hidden, useServerForm } from "~/ui/fields/form";
import { Card, Section } from "~/ui/frame/Page";
import { type Column, DataTable } from "~/ui/tables/Table";
import { TextField } from "~/ui/fields/text-fields";
import { GRANT_ROLE_LABELS, GRANT_ROLES, type GrantRole } from "./role";

interface GrantRow {
  id: string;
  role: GrantRole;
  grantedAt: number;
  scope: string | null;
}

interface RoleSectionProps {
  personName: string;
  grants: GrantRow[];
  providers: Option[];
  organisations: Option[];
  timeZone: string;
  lastResult?: SubmissionResult<string[]> | null | undefined;
}

/** The roles that a person holds, and how to give or take one. */
export function RoleSection({ personName, grants, timeZone, ...form }: RoleSectionProps) {
  const columns: Column<GrantRow>[] = [
    { key: "role", header: "Role", primary: true, cell: (row) => GRANT_ROLE_LABELS[row.role] },
    { key: "scope", header: "For", cell: (row) => row.scope ?? "All of Hourbook" },
    { key: "since", header: "Since", cell: (row) => formatDate(row.grantedAt, timeZone) },
    {
      key: "revoke",
      header: "Take away",
      bare: true,
      cell: (row) => (
        <ConfirmDialog
          trigger={
            <>
              Take away<span className="sr-only">: {describe(row)}</span>
            </>
          }
          size="sm"
          title={`Take away: ${describe(row)}?`}
          confirmLabel="Take it away"
          intent="revoke"
          values={{ grantId: row.id }}
        >
          <p>{personName} loses what this role opens, at once. You can grant it again.</p>
        </ConfirmDialog>
      ),
    },
  ];
  return (
    <Section id="roles" title="Roles" description="Everybody with an account is an educator without any role.">
      <DataTable
        caption="Roles"
        columns={columns}
        rows={grants}
        rowKey={(row) => row.id}
        empty={<p className="text-soft">No roles.</p>}
      />
      <Card>
        <h3 className="mb-4 text-lg font-semibold">Grant a role</h3>
        <GrantFields {...form} />
      </Card>
    </Section>
  );
}

const describe = (row: GrantRow) => `${GRANT_ROLE_LABELS[row.role]}${row.scope ? `, ${row.scope}` : ""}`;

type GrantFieldsProps = Pick<RoleSectionProps, "providers" | "organisations" | "lastResult">;

/** Shows only what the chosen role is granted for. */
function GrantFields({ providers, organisations, lastResult }: GrantFieldsProps) {
  const [form, fields] = useServerForm<Record<"role" | "providerId" | "organisationId" | "inServiceNumber", string>>({
    id: "grant",
    lastResult,
  });
  return (
    <FormFrame form={form} className="group grid gap-5">
      <Hidden name="intent" value="grant" />
      <SelectField
        field={fields.role}
        label="Role"
        required
        placeholder="Choose one"
        options={GRANT_ROLES.map((role) => ({ value: role, label: GRANT_ROLE_LABELS[role] }))}
        className="max-w-96"
      />
      <ForScope look="group-has-[option[value=coordinator]:checked]:block group-has-[option[value=registrar]:checked]:block">
        <SelectField
          field={fields.providerId}
          label="Provider"
          hint="Whose courses and claims they handle."
          required
          placeholder="Choose one"
          options={providers}
        />
      </ForScope>
      <ForScope look="group-has-[option[value=hr]:checked]:block">
        <SelectField
          field={fields.organisationId}
          label="Organization"
          hint="Whose people they see."
          required
          placeholder="Choose one"
          options={organisations}
        />
      </ForScope>
      <ForScope look="group-has-[option[value=facilitator]:checked]:block">
        <TextField
          field={fields.inServiceNumber}
          label="In-service number"
          hint="The offering whose attendance they take."
          required
          autoComplete="off"
        />
      </ForScope>
      <div>
        <SubmitButton variant="secondary">Grant role</SubmitButton>
      </div>
    </FormFrame>
  );
}

/** Stays hidden until the role that it belongs to is chosen; by style alone, so that it needs no script. */
function ForScope({ look, children }: { look: string; children: ReactNode }) {
  return <div className={`hidden max-w-xl ${look}`}>{children}</div>;
}
