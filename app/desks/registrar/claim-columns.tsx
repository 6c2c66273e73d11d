import { Link } from "@remix-run/react";
import { PersonLink } from "~/people/persons/PersonLink";
import type { Column } from "~/ui/tables/Table";

interface NamedClaim {
  personId: string;
  name: string;
  title: string;
}

/** The first columns of every list of claims: whose it is, and the claim by its course; each leads to its page. */
export function claimColumns<Row extends NamedClaim>(claimIdOf: (row: Row) => string): Column<Row>[] {
  return [
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
        <Link
          to={`/registrar/claims/${claimIdOf(row)}`}
          className="link pointer-coarse:inline-block pointer-coarse:py-2"
        >
          {row.title}
          <span className="sr-only">, {row.name}</span>
        </Link>
      ),
    },
  ];
}
