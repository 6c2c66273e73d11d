import { AwardStatus } from "~/microcredentials/portfolios/PortfolioStatus";
import { formatPlainDate } from "~/platform/format";
import { DataTable } from "~/ui/tables/Table";
import type { AwardStanding } from "./award-standing";
import { Link } from "~/ui/Link";

interface AwardRow {
  id: string;
  title: string;
  provider: string;
  awardedOn: string;
  standing: AwardStanding;
  code: string | null;
}

/** Somebody's awards, as staff see them: the award, never its evidence. */
export function AwardTable({ awards }: { awards: AwardRow[] }) {
  return (
    <DataTable
      caption="Micro-credentials"
      rows={awards}
      rowKey={(row) => row.id}
      empty={<p className="text-soft">None.</p>}
      columns={[
        { key: "title", header: "Micro-credential", primary: true, cell: (row) => row.title },
        { key: "provider", header: "Provider", cell: (row) => row.provider },
        { key: "on", header: "Awarded", cell: (row) => formatPlainDate(row.awardedOn) },
        { key: "standing", header: "Status", cell: (row) => <AwardStatus standing={row.standing} /> },
        {
          key: "code",
          header: "Badge",
          cell: (row) =>
            row.code ? (
              <Link to={`/verify/${row.code}`} className="link font-mono text-[0.9375rem] pointer-coarse:py-2">
                {row.code}
              </Link>
            ) : (
              "–"
            ),
        },
      ]}
    />
  );
}
