import { formatDateTime } from "~/platform/format";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import type { EndpointRow } from "./webhook.server";
import { Link } from "~/ui/Link";

type State = Pick<EndpointRow, "offAt" | "offReason" | "failingSince">;

/** Whether an endpoint is on, and whether it takes what is sent. */
export function EndpointState({ offAt, offReason, failingSince }: State) {
  if (offAt !== null)
    return (
      <Status tone={offReason === "failing" ? "attention" : "neutral"}>
        {offReason === "failing" ? "Off, because it took nothing" : "Off"}
      </Status>
    );
  if (failingSince === null) return <Status tone="good">On</Status>;
  return <Status tone="attention">Takes nothing since {formatDateTime(failingSince, REGION_TIME_ZONE)}</Status>;
}

/** A district's endpoints. */
export const EndpointTable = ({ endpoints }: { endpoints: EndpointRow[] }) => (
  <DataTable
    caption="Endpoints"
    rows={endpoints}
    rowKey={({ id }) => id}
    empty={<p className="text-soft">There is no endpoint. Your system can also just ask every few minutes.</p>}
    columns={[
      {
        key: "url",
        header: "Address",
        primary: true,
        cell: ({ id, url }) => (
          <Link
            to={`/hr/api/endpoints/${id}`}
            className="link wrap-anywhere pointer-coarse:inline-block pointer-coarse:py-2"
          >
            {url}
          </Link>
        ),
      },
      { key: "state", header: "State", cell: EndpointState },
      { key: "events", header: "Told of", cell: ({ events }) => events.join(", ") },
      { key: "waiting", header: "Waiting", align: "end", cell: ({ waiting }) => waiting },
    ]}
  />
);
