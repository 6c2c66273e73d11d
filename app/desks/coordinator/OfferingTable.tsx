import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { OfferingStatus } from "~/catalog/state-words";
import { plural } from "~/platform/format";
import { DataTable } from "~/ui/tables/Table";
import { datesInWords } from "~/desks/public/CatalogResult";
import type { OfferingRow } from "./offering-list.server";
import { seatsInWords } from "~/registration/seats/Seats";

type Row = OfferingRow & { claims?: { open: number; claimed: number; posted: number } };

interface OfferingTableProps {
  rows: Row[];
  empty: ReactNode;
  /** All rows are of one course, so that they are told apart by their dates. */
  oneCourse?: boolean;
}

/** A coordinator's offerings: when, state, seats, claims. */
export function OfferingTable({ rows, empty, oneCourse }: OfferingTableProps) {
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
                {oneCourse ? whenInWords(row) : row.title}
              </Link>
              {row.inServiceNumber ? (
                <span className="block text-[0.9375rem] font-normal text-soft">{row.inServiceNumber}</span>
              ) : null}
            </>
          ),
        },
        ...(oneCourse ? [] : [{ key: "when", header: "When", cell: whenInWords }]),
        { key: "place", header: "Where", hideOnPhone: true, cell: (row: Row) => row.place },
        { key: "state", header: "State", cell: (row: Row) => <OfferingStatus state={row.state} /> },
        {
          key: "seats",
          header: "Seats",
          cell: seatsOf,
        },
        { key: "claims", header: "Claims", cell: (row: Row) => claimsInWords(row.claims) },
      ]}
    />
  );
}

function whenInWords({ startsAt, endsAt, ...row }: Row): string {
  if (startsAt === null || endsAt === null) return "No sessions yet";
  return datesInWords({ ...row, startsAt, endsAt });
}

function seatsOf({ state, isOver, seats }: Row): string {
  if (state !== "published") return plural(seats.capacity, "seat");
  return isOver ? plural(seats.registered, "person", "people") : seatsInWords(seats);
}

function claimsInWords(claims?: { open: number; claimed: number; posted: number }): string {
  if (!claims || claims.open + claims.claimed + claims.posted === 0) return "–";
  const parts = [
    claims.open > 0 ? `${claims.open} to claim` : "",
    claims.claimed > 0 ? `${claims.claimed} claimed` : "",
    claims.posted > 0 ? `${claims.posted} posted` : "",
  ];
  return parts.filter(Boolean).join(" · ");
}
