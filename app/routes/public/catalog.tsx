import { data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { listPublicAudiences } from "~/catalog/audiences/audience.server";
import { listHosts, listProgramAreas } from "~/desks/public/public-catalog.server";
import { getContext } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { pageOf } from "~/platform/http/responses.server";
import { CatalogFilterBar } from "~/desks/public/CatalogFilterBar";
import { CatalogResult } from "~/desks/public/CatalogResult";
import { readCatalogFilters } from "~/desks/public/catalog-filters";
import { CATALOG_PAGE_SIZE, searchCatalog } from "~/desks/public/offering-search.server";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";

export const meta = () => pageTitle("Catalog");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const url = new URL(request.url);
  const page = pageOf(url);
  const filters = readCatalogFilters(url.searchParams);
  const { entries, total } = searchCatalog(ctx.db, ctx.now, filters, page);
  if (entries.length === 0 && page > 1) throw redirect(hrefFor(url, 1));
  return data({
    entries,
    total,
    page,
    pageSize: CATALOG_PAGE_SIZE,
    filters,
    areas: listProgramAreas(ctx.db),
    audiences: listPublicAudiences(ctx.db),
    hosts: listHosts(ctx.db, ctx.now),
  });
}

function hrefFor({ pathname, search }: { pathname: string; search: string }, page: number): string {
  const params = new URLSearchParams(search);
  params.set("page", String(page));
  return `${pathname}?${params}`;
}

export default function Catalog() {
  const { entries, total, page, pageSize, filters, areas, audiences, hosts } = useLoaderData<typeof loader>();
  const location = useLocation();
  return (
    <Page
      title="Catalog"
      lead="Courses with dates to come. Anyone can look; to register, sign in."
      width="wide"
      actions={
        <LinkButton to="/microcredentials" variant="secondary">
          Micro-credentials
        </LinkButton>
      }
    >
      <CatalogFilterBar filters={filters} areas={areas} audiences={audiences} hosts={hosts} />
      <div className="grid gap-4">
        <h2 className="sr-only">Courses</h2>
        <RowCount shown={entries.length} total={total} noun="course" />
        {entries.length === 0 ? (
          <EmptyState
            title="No course fits"
            action={
              <LinkButton to="/catalog" variant="secondary">
                Clear every filter
              </LinkButton>
            }
          >
            <p>Try fewer words, a wider range of dates, or another program area.</p>
          </EmptyState>
        ) : (
          <div className="grid gap-4 lg:grid-cols-2">
            {entries.map((entry) => (
              <CatalogResult key={entry.courseId} entry={entry} />
            ))}
          </div>
        )}
      </div>
      <Pagination page={page} pageSize={pageSize} total={total} hrefFor={(each) => hrefFor(location, each)} />
    </Page>
  );
}
