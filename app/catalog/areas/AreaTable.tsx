import { Form, Link } from "@remix-run/react";
import { plural } from "~/platform/format";
import { SubmitButton } from "~/ui/Button";
import { Hidden } from "~/ui/fields/form";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";

interface Row {
  code: string;
  name: string;
  retiredAt: number | null;
  courses: number;
}

/** The program areas in their order, each with its courses and buttons to move it. */
export function AreaTable({ areas }: { areas: Row[] }) {
  return (
    <DataTable
      caption="Program areas"
      rows={areas}
      rowKey={({ code }) => code}
      empty={<p>There is none yet.</p>}
      columns={[
        {
          key: "name",
          header: "Name",
          primary: true,
          cell: (row) => (
            <Link
              to={`/admin/program-areas/${row.code}`}
              className="link pointer-coarse:inline-block pointer-coarse:py-2"
            >
              {row.name}
            </Link>
          ),
        },
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
          cell: (row) => <Move row={row} isFirst={row === areas[0]} isLast={row === areas.at(-1)} />,
        },
      ]}
    />
  );
}

function Move({ row, isFirst, isLast }: { row: Row; isFirst: boolean; isLast: boolean }) {
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap gap-2">
      <Hidden name="code" value={row.code} />
      {isFirst ? null : (
        <SubmitButton intent="move-up" variant="quiet" size="sm">
          Up<span className="sr-only">: {row.name}</span>
        </SubmitButton>
      )}
      {isLast ? null : (
        <SubmitButton intent="move-down" variant="quiet" size="sm">
          Down<span className="sr-only">: {row.name}</span>
        </SubmitButton>
      )}
    </Form>
  );
}
