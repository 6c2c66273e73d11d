import type { ReactNode } from "react";
import { WorkplaceStatus } from "~/people/affiliations/WorkplaceStatus";
import { PersonLink } from "~/people/persons/PersonLink";
import { formatDate, formatHours, formatPlainDate } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { RowLink } from "~/ui/lists/RowLink";
import type { CreditRow } from "./credit-list.server";

/** What the registrar's lists of credits show of each. */
export const CREDIT_CELLS: Record<string, (row: CreditRow) => ReactNode> = {
  name: (row) => <PersonLink personId={row.personId} name={row.name} />,
  title: (row) => (
    <RowLink to={row.claimId ? `/registrar/claims/${row.claimId}` : `/registrar/awards/${row.awardId}`}>
      {row.title}
      <span className="sr-only">, {row.name}</span>
    </RowLink>
  ),
  number: (row) => row.inServiceNumber,
  completed: (row) => formatPlainDate(row.completedOn),
  hours: (row) => formatHours(row.minutes),
  posted: (row) => formatDate(row.postedAt, REGION_TIME_ZONE),
  district: (row) => <WorkplaceStatus workplace={row.workplace} />,
  certificate: (row) => row.certificateNumber ?? "–",
  version: (row) => row.version,
  email: (row) => <span className="break-all">{row.email ?? "–"}</span>,
  mail: (row) => (row.email ? "Can be asked" : "No address"),
};
