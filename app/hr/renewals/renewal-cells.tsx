import type { ReactNode } from "react";
import { formatHours, formatPlainDate } from "~/platform/format";
import { Status } from "~/ui/Status";
import { RowLink } from "~/ui/lists/RowLink";
import type { RenewingPerson } from "./renewal-list.server";

const Soft = ({ children }: { children: ReactNode }) => <span className="text-soft">{children}</span>;

/** What HR's list shows of each person who renews. */
export const RENEWAL_CELLS: Record<string, (person: RenewingPerson) => ReactNode> = {
  name: (person) => <RowLink to={`/hr/people/${person.id}`}>{person.name}</RowLink>,
  certificate: (person) => person.certificates,
  until: (person) => formatPlainDate(person.deadline),
  missing: (person) => person.missing ?? <Status tone="good">Has enough</Status>,
  own: (person) => formatHours(person.selfReported),
  school: (person) => person.building ?? <Soft>Not on file</Soft>,
  employee: (person) => person.employeeId ?? <Soft>Not on file</Soft>,
};
