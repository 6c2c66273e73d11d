import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { OfferingStatus } from "~/catalog/state-words";
import { plural } from "~/platform/format";
import { DataTable } from "~/ui/Table";
import { datesInWords } from "./CatalogResult";
import type { OfferingRow } from "./offering-list.server";
import { seatsInWords } from "./Seats";

interface OfferingTableProps {
  rows: (OfferingRow & { claims?: { open: number; claimed: number; posted: number } })[];
  empty: ReactNode;
}

/** A coordinator's offerings: when, state, seats, claims. */
export function OfferingTable({ rows, empty }: OfferingTableProps) {
  return (
    <DataTable
      caption="Offerings"
      rows={rows}
      rowKey={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: "title",
          header: "Offering",
          primary: true,
          cell: (row) => (
            <>
              <Link to={`/coordinator/offerings/${row.id}`} className="link">
                {row.title}
              </Link>
              {row.inServiceNumber ? (
                <span className="block text-[0.9375rem] font-normal text-soft">{row.inServiceNumber}</span>
              ) : null}
            </>
          ),
        },
        {
          key: "when",
          header: "When",
          cell: (row) =>
            row.startsAt === null || row.endsAt === null
              ? "No sessions yet"
              : datesInWords({ ...row, startsAt: row.startsAt, endsAt: row.endsAt }),
        },
        { key: "place", header: "Where", hideOnPhone: true, cell: (row) => row.place },
        { key: "state", header: "State", cell: (row) => <OfferingStatus state={row.state} /> },
        {
          key: "seats",
          header: "Seats",
          cell: (row) => (row.state === "published" ? seatsInWords(row.seats) : plural(row.seats.capacity, "seat")),
        },
        { key: "claims", header: "Claims", cell: (row) => claimsInWords(row.claims) },
      ]}
    />
  );
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
