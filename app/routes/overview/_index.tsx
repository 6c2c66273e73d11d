import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chooseOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";
import { drawChart } from "~/hr/overview/chart-picture.server";
import { HowToRead } from "~/hr/overview/HowToRead";
import { OverviewChart } from "~/hr/overview/OverviewChart";
import { readOverview } from "~/hr/overview/read-overview.server";
import { SMALLEST_CELL } from "~/hr/overview/suppression";
import { requireRole } from "~/people/roles/permission.server";
import { formatPlainDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { Notice, Page } from "~/ui/frame/Page";
import { PrintButton } from "~/ui/PrintButton";
import { FilterBar, FilterSelect } from "~/ui/tables/filters";

export const meta = () => pageTitle("Overview");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const search = new URL(request.url).searchParams;
  const organisations = listMyOrganisations(ctx);
  const organisation = chooseOrganisation(organisations, search.get("organization"));
  const { charts, ...overview } = await readOverview(ctx, organisation, search.get("year"));
  const drawn = await Promise.all(charts.map(async (chart) => ({ ...chart, picture: await drawChart(chart) })));
  return { organisations, organisation, ...overview, charts: drawn };
}

export default function Overview() {
  const { organisations, organisation, years, year, until, charts } = useLoaderData<typeof loader>();
  const search = new URLSearchParams({ organization: organisation.id, year: year.value });
  return (
    <Page
      title={`Professional learning in ${organisation.name}`}
      lead={`School year ${year.label}, as of ${formatPlainDate(until)}. Made to be passed on as it is, to a superintendent or a board: nobody can be recognized in it.`}
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
      {charts.some(({ picture }) => picture !== null) ? null : (
        <Notice tone="info" title={`Nothing of ${year.label} can be told so far`}>
          No part of it is of {SMALLEST_CELL} people or more until {formatPlainDate(until)}. Choose another school year
          above.
        </Notice>
      )}
      {charts.map((chart) => (
        <OverviewChart key={chart.name} chart={chart} csv={`/hr/overview/${chart.name}.csv?${search}`} />
      ))}
      <HowToRead />
    </Page>
  );
}
