import { MoveButtons } from "~/catalog/areas/area-cells";
import { plural } from "~/platform/format";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

interface Row {
  code: string;
  name: string;
  retiredAt: number | null;
  courses: number;
  /** Who is meant, in words. */
  kinds: string;
}

/** The audiences in their order, each with whom it means, its courses and buttons to move it. */
export function AudienceTable({ rows }: { rows: Row[] }) {
  return (
    <DataTable
      caption="Audiences"
      rows={rows}
      rowKey={({ code }) => code}
      empty={<p>There is none yet.</p>}
      columns={[
        {
          key: "name",
          header: "Name",
          primary: true,
          cell: (row) => (
            <Link to={`/admin/audiences/${row.code}`} className="link pointer-coarse:inline-block pointer-coarse:py-2">
              {row.name}
            </Link>
          ),
        },
        { key: "kinds", header: "Who is meant", cell: (row) => row.kinds },
        { key: "courses", header: "Courses", cell: (row) => plural(row.courses, "course") },
        {
          key: "state",
          header: "State",
          cell: (row) =>
            row.retiredAt === null ? <Status tone="good">To choose</Status> : <Status tone="ended">Retired</Status>,
        },
        {
          key: "move",
          header: "Order",
          bare: true,
          cell: (row) => (
            <MoveButtons code={row.code} name={row.name} isFirst={row === rows[0]} isLast={row === rows.at(-1)} />
          ),
        },
      ]}
    />
  );
}
