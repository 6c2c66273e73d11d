import { formatDateTime } from "~/platform/format";
import { ConfirmDialog } from "~/ui/Dialog";
import { EmptyState } from "~/ui/Page";
import { DataTable } from "~/ui/Table";
import type { RegistrationListRow } from "./registration-list.server";
import { RegistrationStatus } from "./RegistrationStatus";
import { canFollow } from "./status";

/** Everyone who registered for an offering, as its coordinator sees them. */
export function RegistrationTable({ rows, timeZone }: { rows: RegistrationListRow[]; timeZone: string }) {
  return (
    <DataTable
      caption="People"
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title="Nobody has registered yet">
          <p>People appear here as soon as they take a seat or a place on the waitlist.</p>
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: "Name",
          primary: true,
          cell: (row) => (
            <>
              {row.sortName}
              {row.name === row.sortName.split(", ").reverse().join(" ") ? null : (
                <span className="block text-[0.9375rem] font-normal text-soft">goes by {row.name}</span>
              )}
            </>
          ),
        },
        {
          key: "status",
          header: "Status",
          cell: (row) => (
            <RegistrationStatus
              status={row.status}
              position={row.position}
              offerExpiresAt={row.offerExpiresAt}
              timeZone={timeZone}
            />
          ),
        },
        { key: "email", header: "Email", cell: (row) => row.email ?? "–" },
        {
          key: "needs",
          header: "Needs",
          cell: (row) => [row.accessNeeds, row.dietaryNeeds].filter(Boolean).join(" · ") || "–",
        },
        {
          key: "since",
          header: "Registered",
          hideOnPhone: true,
          cell: (row) => formatDateTime(row.createdAt, timeZone),
        },
        {
          key: "actions",
          header: "Actions",
          bare: true,
          align: "end",
          cell: (row) =>
            canFollow(row.status, "withdrawn") ? (
              <ConfirmDialog
                trigger={
                  <>
                    Withdraw <span className="sr-only">{row.name}</span>
                  </>
                }
                variant="quiet"
                size="sm"
                title={`Withdraw ${row.name}?`}
                confirmLabel="Withdraw"
                intent="withdraw"
                values={{ registrationId: row.id }}
              >
                <p>They lose their place and get an email with your reason. A freed seat goes to the waitlist.</p>
                <label className="grid gap-1 font-semibold">
                  Reason
                  <input type="text" name="reason" required minLength={3} maxLength={500} className="input" />
                </label>
              </ConfirmDialog>
            ) : null,
        },
      ]}
    />
  );
}
