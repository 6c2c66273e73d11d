import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chooseOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";
import { drawChart } from "~/hr/overview/chart-picture.server";
import { OverviewChart } from "~/hr/overview/OverviewChart";
import { readOverview } from "~/hr/overview/overview.server";
import { requireRole } from "~/people/roles/permission.server";
import { formatPlainDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { Page } from "~/ui/frame/Page";
import { PrintButton } from "~/ui/PrintButton";
import { FilterBar, FilterSelect } from "~/ui/tables/filters";

export const meta = () => pageTitle("Overview");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const search = new URL(request.url).searchParams;
  const organisations = listMyOrganisations(ctx);
  const organisation = chooseOrganisation(organisations, search.get("organization"));
  const { charts, ...overview } = readOverview(ctx, organisation, search.get("year"));
  const drawn = await Promise.all(charts.map(async (chart) => ({ ...chart, picture: await drawChart(chart) })));
  return { organisations, organisation, ...overview, charts: drawn };
}

export default function Overview() {
  const { organisations, organisation, years, year, until, charts } = useLoaderData<typeof loader>();
  const search = new URLSearchParams({ organization: organisation.id, year: year.value });
  return (
    <Page
      title="Overview"
      lead={`${organisation.name}, school year ${year.label}, as of ${formatPlainDate(until)}. Parts of fewer than ten people, and what would give them away, stand among all others. This page and its files can be passed on as they are.`}
      actions={<PrintButton />}
    >
      <FilterBar label="What is shown">
        {organisations.length > 1 ? (
          <FilterSelect
            name="organization"
            label="Organization"
            defaultValue={organisation.id}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : null}
        <FilterSelect name="year" label="School year" defaultValue={year.value} options={years} />
      </FilterBar>
      {charts.map((chart) => (
        <OverviewChart key={chart.name} chart={chart} csv={`/hr/overview/${chart.name}.csv?${search}`} />
      ))}
    </Page>
  );
}
