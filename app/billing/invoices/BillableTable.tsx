import { Link } from "@remix-run/react";
import { PersonLink } from "~/people/persons/PersonLink";
import { formatHours, formatMoney, formatPlainDate } from "~/platform/format";
import { EmptyState } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";

interface Row {
  id: string;
  personId: string;
  name: string;
  title: string;
  inServiceNumber: string | null;
  completedOn: string;
  minutes: number;
  cents: number;
  lateCents: number;
  promised: boolean;
}

/** Claims that owe a fee, to choose from for an invoice. */
export function BillableTable({ rows, form }: { rows: Row[]; form: string }) {
  return (
    <DataTable
      caption="Claims to bill"
      rows={rows}
      rowKey={(row) => row.id}
      selection={{ name: "claim", form, label: (row) => `Bill ${row.name} for ${row.title}` }}
      empty={
        <EmptyState title="Nothing to bill">
          Claims stand here once people have made them, until their fee is paid, waived or on an invoice.
        </EmptyState>
      }
      columns={[
        {
          key: "name",
          header: "Educator",
          primary: true,
          cell: (row) => <PersonLink personId={row.personId} name={row.name} />,
        },
        {
          key: "title",
          header: "Claim for",
          cell: (row) => (
            <>
              <Link to={`/registrar/claims/${row.id}`} className="link">
                {row.title}
                <span className="sr-only">, {row.name}</span>
              </Link>
              <span className="block text-[0.9375rem] text-soft">{row.inServiceNumber}</span>
            </>
          ),
        },
        { key: "completed", header: "Completed", cell: (row) => formatPlainDate(row.completedOn) },
        { key: "hours", header: "Hours", align: "end", cell: (row) => formatHours(row.minutes) },
        {
          key: "fee",
          header: "Fee",
          align: "end",
          cell: (row) => (
            <>
              {formatMoney(row.cents)}
              {row.lateCents > 0 ? (
                <span className="block text-[0.9375rem] text-soft">{formatMoney(row.lateCents)} late fee</span>
              ) : null}
              {row.promised ? <span className="block text-[0.9375rem] text-soft">order recorded</span> : null}
            </>
          ),
        },
      ]}
    />
  );
}
