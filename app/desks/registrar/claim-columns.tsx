import { Link } from "@remix-run/react";
import type { Column } from "~/ui/tables/Table";

/** The first columns of every list of claims: whose it is, with the way to its page, and of which course. */
export function claimColumns<Row extends { name: string; title: string }>(
  claimIdOf: (row: Row) => string,
): Column<Row>[] {
  return [
    {
      key: "name",
      header: "Educator",
      primary: true,
      cell: (row) => (
        <Link to={`/registrar/claims/${claimIdOf(row)}`} className="link">
          {row.name}
        </Link>
      ),
    },
    { key: "title", header: "Course", cell: (row) => row.title },
  ];
}
