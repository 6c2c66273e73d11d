import type { ReactNode } from "react";
import { AccountStatus } from "~/people/accounts/AccountStatus";
import { GRANT_ROLE_LABELS } from "~/people/roles/role";
import { formatDate, formatPlainDate } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import type { ListedPerson } from "./listed-person";
import { PersonLink } from "./PersonLink";

const Soft = ({ children }: { children: string }) => <span className="text-soft">{children}</span>;

/** What the administrators' list of everybody shows of each. */
export const ALL_PEOPLE_CELLS: Record<string, (person: ListedPerson) => ReactNode> = {
  name: (person) => <PersonLink personId={person.id} name={person.name} />,
  email: (person) => (person.email ? <span className="break-all">{person.email}</span> : <Soft>None</Soft>),
  places: (person) => person.places.join(", ") || <Soft>–</Soft>,
  roles: (person) => person.roles.map((role) => GRANT_ROLE_LABELS[role]).join(", ") || <Soft>–</Soft>,
  account: (person) => <AccountStatus state={person.account} />,
  phone: (person) => person.phone ?? <Soft>–</Soft>,
  certificate: (person) => person.certificateNumber ?? <Soft>–</Soft>,
  expires: (person) => (person.certificateExpiresOn ? formatPlainDate(person.certificateExpiresOn) : <Soft>–</Soft>),
  entered: (person) => formatDate(person.createdAt, REGION_TIME_ZONE),
};
