import type { ReactNode } from "react";
import { formatPlainDate } from "~/platform/format";
import { RowLink } from "~/ui/lists/RowLink";
import type { ClimbingPerson } from "./ladder-list.server";
import { generalOf, hoursOf, inPersonOf, nextOf } from "./ladder-words";

/** What HR's list shows of each paraeducator. */
export const LADDER_CELLS: Record<string, (person: ClimbingPerson) => ReactNode> = {
  name: (person) => <RowLink to={`/hr/people/${person.id}`}>{person.name}</RowLink>,
  fundamental: ({ ladder }) => hoursOf(ladder.fcs),
  person: ({ ladder }) => inPersonOf(ladder),
  general: ({ ladder }) => generalOf(ladder),
  next: ({ ladder }) => nextOf(ladder),
  since: (person) => formatPlainDate(person.fromDate),
  school: (person) => person.building ?? <span className="text-soft">Not on file</span>,
  employee: (person) => person.employeeId ?? <span className="text-soft">Not on file</span>,
};
