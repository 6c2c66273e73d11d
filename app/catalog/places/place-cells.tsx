import type { ReactNode } from "react";
import { plural } from "~/platform/format";
import { RowLink } from "~/ui/lists/RowLink";
import { Status } from "~/ui/Status";
import type { PlaceRow } from "./place-list.server";

const NotEntered = () => <span className="text-soft">Not entered</span>;

/** What the list of places shows of each. */
export const PLACE_CELLS: Record<string, (row: PlaceRow) => ReactNode> = {
  name: (row) => <RowLink to={`/admin/places/${row.id}`}>{row.name}</RowLink>,
  address: (row) => row.address ?? <NotEntered />,
  holds: (row) => (row.capacity === null ? <NotEntered /> : plural(row.capacity, "person", "people")),
  used: (row) => plural(row.offerings, "offering"),
  state: (row) =>
    row.retiredAt === null ? <Status tone="good">Proposed</Status> : <Status tone="ended">Retired</Status>,
  map: (row) =>
    row.mapLink === null ? (
      <NotEntered />
    ) : (
      <a href={row.mapLink} className="link break-all" rel="noreferrer">
        {row.mapLink}
      </a>
    ),
};
