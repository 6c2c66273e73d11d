import type { ReactNode } from "react";
import { ORGANISATION_KIND_LABELS } from "~/people/roles/role";
import { formatPlainDate, zoneLabel } from "~/platform/format";
import { RowLink } from "~/ui/lists/RowLink";
import { Status } from "~/ui/Status";
import type { ProviderRow } from "./provider-list.server";

/** What the list of providers shows of each. */
export const PROVIDER_CELLS: Record<string, (row: ProviderRow) => ReactNode> = {
  name: (row) => <RowLink to={`/admin/providers/${row.id}`}>{row.name}</RowLink>,
  short: (row) => row.shortName,
  kind: (row) => ORGANISATION_KIND_LABELS[row.kind],
  zone: (row) => zoneLabel(row.timeZone),
  until: (row) =>
    row.approvedUntil === null ? <Status tone="attention">No year</Status> : formatPlainDate(row.approvedUntil),
  policy: (row) => formatPlainDate(row.policyFrom),
};
