import { DESIGNATIONS, type Designation } from "~/catalog/courses/designation";
import { formatHours, formatPlainDate } from "~/platform/format";
import { LinkButton } from "~/ui/Button";
import { EmptyState } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

interface PostedCredit {
  id: string;
  /** Null for hours of an award, which nobody counted by sessions. */
  claimId: string | null;
  title: string;
  provider: string;
  inServiceNumber: string;
  completedOn: string;
  minutes: number;
  designations: { code: string; minutes: number }[];
}

const designationText = (list: { code: string; minutes: number }[]) =>
  list.map(({ code, minutes }) => `${DESIGNATIONS[code as Designation]} ${formatHours(minutes)}`).join(", ");

/** Somebody's own posted hours, each with how it was counted and its documents. */
export function PostedTable({ credits }: { credits: PostedCredit[] }) {
  return (
    <DataTable
      caption="Posted clock hours"
      rows={credits}
      rowKey={(row) => row.id}
      empty={
        <EmptyState title="No posted hours yet" action={<LinkButton to="/catalog">Browse the catalog</LinkButton>}>
          Hours stand here when you have claimed them and the registrar has posted them.
        </EmptyState>
      }
      columns={[
        { key: "title", header: "Course", primary: true, cell: (row) => row.title },
        {
          key: "completed",
          header: "Completed",
          cell: (row) => <span className="whitespace-nowrap">{formatPlainDate(row.completedOn)}</span>,
        },
        {
          key: "number",
          header: "In-service number",
          hideOnPhone: true,
          cell: (row) => <span className="whitespace-nowrap">{row.inServiceNumber}</span>,
        },
        { key: "provider", header: "Provider", cell: (row) => row.provider },
        { key: "designations", header: "Designations", cell: (row) => designationText(row.designations) || "–" },
        { key: "hours", header: "Hours", align: "end", cell: (row) => formatHours(row.minutes) },
        {
          key: "why",
          header: "More",
          bare: true,
          cell: (row) => (
            <div className="flex flex-wrap gap-x-4 whitespace-nowrap">
              {row.claimId === null ? null : (
                <Link to={`/claims/${row.claimId}`} className="link inline-block py-1 pointer-coarse:py-3">
                  How we counted<span className="sr-only"> {row.title}</span>
                </Link>
              )}
              <Link to={`/credits/${row.id}/documents`} className="link inline-block py-1 pointer-coarse:py-3">
                Certificate<span className="sr-only"> for {row.title}</span>
              </Link>
            </div>
          ),
        },
      ]}
    />
  );
}
