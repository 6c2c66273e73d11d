import type { ReactNode } from "react";
import { OfferingStatus } from "~/catalog/state-words";
import { formatHours } from "~/platform/format";
import { RowLink } from "~/ui/lists/RowLink";
import { DataTable } from "~/ui/tables/Table";
import type { OfferingRow } from "./offering-list.server";
import { claimsInWords, seatsOf, whenInWords } from "./offering-words";
import { Link } from "~/ui/Link";

/** What a coordinator's list of offerings shows of each. */
export const OFFERING_CELLS: Record<string, (row: OfferingRow) => ReactNode> = {
  offering: (row) => <RowLink to={`/coordinator/offerings/${row.id}`}>{row.title}</RowLink>,
  number: (row) => row.inServiceNumber ?? "–",
  when: whenInWords,
  place: (row) => row.place,
  state: (row) => <OfferingStatus state={row.state} />,
  seats: seatsOf,
  claims: (row) => claimsInWords(row.claims),
  hours: (row) => (row.approvedMinutes === null ? "–" : formatHours(row.approvedMinutes)),
  registered: (row) => row.seats.registered,
  waiting: (row) => row.seats.waiting,
  capacity: (row) => row.seats.capacity,
};

/** The offerings of one course, told apart by their dates. */
export function OfferingTable({ rows, empty }: { rows: OfferingRow[]; empty: ReactNode }) {
  return (
    <DataTable
      caption="Offerings"
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "offering",
          header: "Offering",
          primary: true,
          cell: (row) => (
            <>
              <Link to={`/coordinator/offerings/${row.id}`} className="link">
                {whenInWords(row)}
              </Link>
              {row.inServiceNumber ? (
                <span className="block text-[0.9375rem] font-normal text-soft">{row.inServiceNumber}</span>
              ) : null}
            </>
          ),
        },
        { key: "place", header: "Where", hideOnPhone: true, cell: (row) => row.place },
        { key: "state", header: "State", cell: (row) => <OfferingStatus state={row.state} /> },
        { key: "seats", header: "Seats", cell: seatsOf },
        { key: "claims", header: "Claims", cell: (row) => claimsInWords(row.claims) },
      ]}
    />
  );
}
