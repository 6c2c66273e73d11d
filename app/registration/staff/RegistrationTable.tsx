import { PersonLink } from "~/people/persons/PersonLink";
import { formatDateTime } from "~/platform/format";
import type { Option } from "~/ui/fields/choice-fields";
import { EmptyState } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import type { RegistrationListRow } from "./registration-list.server";
import { RegistrationStatus } from "~/registration/seats/RegistrationStatus";
import type { SeatCounts } from "~/registration/seats/seats";
import { StaffActions } from "./StaffActions";

interface RegistrationTableProps {
  rows: RegistrationListRow[];
  /** Other offerings of the course that people can be moved to. */
  others: Option[];
  seats: SeatCounts;
  timeZone: string;
}

/** Everyone who registered for an offering, as its coordinator sees them. */
export function RegistrationTable({ rows, others, seats, timeZone }: RegistrationTableProps) {
  return (
    <DataTable
      caption="People"
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title="Nobody has registered yet">
          <p>People appear here as soon as they register or join the waitlist.</p>
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: "Name",
          primary: true,
          cell: (row) => (
            <>
              <PersonLink personId={row.personId} name={row.sortName} />
              {row.canSignIn ? null : (
                <span className="block text-[0.9375rem] font-normal text-soft">
                  {row.email ? "invited, no account yet" : "no account, no address"}
                </span>
              )}
            </>
          ),
        },
        {
          key: "status",
          header: "Status",
          cell: (row) => (
            <>
              <RegistrationStatus
                status={row.status}
                position={row.position}
                offerExpiresAt={row.offerExpiresAt}
                timeZone={timeZone}
              />
              {row.awaitsMove ? (
                <span className="block text-[0.9375rem] text-soft">has not confirmed the move</span>
              ) : null}
            </>
          ),
        },
        { key: "email", header: "Email", cell: (row) => row.email ?? "–" },
        {
          key: "needs",
          header: "Needs and answers",
          cell: (row) => <Needs row={row} />,
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
          cell: (row) => <StaffActions row={row} others={others} seats={seats} />,
        },
      ]}
    />
  );
}

function Needs({ row }: { row: RegistrationListRow }) {
  const needs = [row.accessNeeds, row.dietaryNeeds].filter(Boolean).join(" · ");
  if (!needs && row.answers.length === 0) return "–";
  return (
    <ul className="grid gap-1">
      {needs ? <li>{needs}</li> : null}
      {row.answers.map(({ prompt, answer }) => (
        <li key={prompt}>
          <span className="text-soft">{prompt}</span> {answer}
        </li>
      ))}
    </ul>
  );
}
