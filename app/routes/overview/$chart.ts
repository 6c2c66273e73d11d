import type { LoaderFunctionArgs } from "@remix-run/node";
import { chooseOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";
import { ALL_OTHERS, CHARTS, inUnit, isChartName, NOT_TOLD } from "~/hr/overview/overview";
import { readOverview } from "~/hr/overview/read-overview.server";
import { requireRole } from "~/people/roles/permission.server";
import { fileResponse, notFound, param } from "~/platform/http/responses.server";
import { writeCsv } from "~/platform/lists/csv.server";

/** A chart of the overview as CSV: exactly what the chart tells. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const name = param(params, "chart").replace(/\.csv$/, "");
  if (!isChartName(name)) throw notFound();
  const search = new URL(request.url).searchParams;
  const organisation = chooseOrganisation(listMyOrganisations(ctx), search.get("organization"));
  const { charts, year, until } = await readOverview(ctx, organisation, search.get("year"));
  const { cells, total } = charts.find((chart) => chart.name === name)!;
  const { unit, title } = CHARTS[name];
  const rows = [
    ...cells.map(({ label, amount }) => ({ label, amount: inUnit(amount, unit) })),
    { label: ALL_OTHERS, amount: NOT_TOLD },
    ...(total === null ? [] : [{ label: "In all", amount: inUnit(total, unit) }]),
  ];
  const csv = writeCsv(rows, [
    { key: "label", header: `${title}, ${year.label}, as of ${until}` },
    { key: "amount", header: unit },
  ]);
  return fileResponse(csv, "text/csv; charset=utf-8", `${name}-${year.value}-${until}.csv`);
}
