import { Users } from "lucide-react";
import { LinkButton } from "~/ui/Button";
import { EmptyState } from "~/ui/frame/Page";
import { type Column, DataTable } from "~/ui/tables/Table";
import { AccountStatus } from "~/people/accounts/AccountStatus";
import type { ListedPerson } from "./listed-person";
import { PersonLink } from "./PersonLink";
import { GRANT_ROLE_LABELS } from "~/people/roles/role";

const columns: Column<ListedPerson>[] = [
  {
    key: "name",
    header: "Name",
    primary: true,
    cell: (person) => <PersonLink personId={person.id} name={person.name} />,
  },
  {
    key: "email",
    header: "Email",
    cell: (person) =>
      person.email ? <span className="break-all">{person.email}</span> : <span className="text-soft">None</span>,
  },
  { key: "places", header: "Works at", cell: (person) => person.places.join(", ") || <Soft /> },
  {
    key: "roles",
    header: "Roles",
    cell: (person) => person.roles.map((role) => GRANT_ROLE_LABELS[role]).join(", ") || <Soft />,
  },
  { key: "account", header: "Account", cell: (person) => <AccountStatus state={person.account} /> },
];

const Soft = () => <span className="text-soft">–</span>;

/** People whom a search found. */
export function AllPeopleTable({ people }: { people: ListedPerson[] }) {
  return (
    <DataTable
      caption="People"
      columns={columns}
      rows={people}
      rowKey={(person) => person.id}
      empty={
        <EmptyState
          icon={<Users aria-hidden />}
          title="Nobody matches"
          action={
            <LinkButton to="/admin/people/new" variant="secondary">
              Add a person
            </LinkButton>
          }
        >
          <p>Try part of a name or of an email address.</p>
        </EmptyState>
      }
    />
  );
}
