import type { ReactNode } from "react";
import { PersonLink } from "~/people/persons/PersonLink";
import { formatHours, formatMoney, formatPlainDate } from "~/platform/format";
import { RowLink } from "~/ui/lists/RowLink";
import type { BillableRow } from "./billable-list.server";

/** What the list of claims to bill shows of each. */
export const BILLABLE_CELLS: Record<string, (row: BillableRow) => ReactNode> = {
  name: (row) => <PersonLink personId={row.personId} name={row.name} />,
  title: (row) => (
    <RowLink to={`/registrar/claims/${row.id}`}>
      {row.title}
      <span className="sr-only">, {row.name}</span>
    </RowLink>
  ),
  number: (row) => row.inServiceNumber,
  completed: (row) => formatPlainDate(row.completedOn),
  hours: (row) => formatHours(row.minutes),
  fee: (row) => (
    <>
      {formatMoney(row.cents)}
      {row.lateCents > 0 ? (
        <span className="block text-[0.9375rem] text-soft">{formatMoney(row.lateCents)} late fee</span>
      ) : null}
      {row.promised ? <span className="block text-[0.9375rem] text-soft">order recorded</span> : null}
    </>
  ),
  late: (row) => formatMoney(row.lateCents),
  order: (row) => (row.promised ? "Recorded" : "–"),
  email: (row) => <span className="break-all">{row.email ?? "–"}</span>,
  certificate: (row) => row.certificateNumber ?? "–",
};
