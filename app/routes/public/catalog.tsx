import { data, type LoaderFunctionArgs, type MetaArgs, redirect } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { listPublicAudiences } from "~/catalog/audiences/audience.server";
import { listHosts, listProgramAreas } from "~/desks/public/public-catalog.server";
import { PublicCards } from "~/desks/microcredentials/PublicCards";
import { readPublicFilters } from "~/desks/microcredentials/public-filters";
import { listPublicMicrocredentials } from "~/desks/microcredentials/public-list.server";
import type { Context } from "~/platform/context";
import type { Reader } from "~/platform/database/database.server";
import { getContext } from "~/people/roles/permission.server";
import { publicMeta } from "~/platform/http/public-meta";
import { pageOf } from "~/platform/http/responses.server";
import { CatalogFilterBar } from "~/desks/public/CatalogFilterBar";
import { CatalogResult } from "~/desks/public/CatalogResult";
import { type CatalogFilters, readCatalogFilters } from "~/desks/public/catalog-filters";
import { CATALOG_PAGE_SIZE, searchCatalog } from "~/desks/public/offering-search.server";
import { findRenewing, renewsWithHours, searchByFit } from "~/desks/renewal/fitting.server";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";

export const meta = ({ matches }: MetaArgs) =>
  publicMeta(matches, {
    title: "Catalog",
    description:
      "Courses for educators around Puget Sound that earn approved clock hours: dates, seats, hours and what they count for.",
    path: "/catalog",
  });

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const url = new URL(request.url);
  const page = pageOf(url);
  const filters = readCatalogFilters(url.searchParams);
  const { entries, total, renews } = findCourses(ctx, filters, page);
  if (entries.length === 0 && page > 1) throw redirect(hrefFor(url, 1));
  return data({
    microcredentials: page === 1 ? findMicrocredentials(ctx.db, url) : null,
    entries,
    total,
    page,
    pageSize: CATALOG_PAGE_SIZE,
    filters,
    areas: listProgramAreas(ctx.db),
    audiences: listPublicAudiences(ctx.db),
    hosts: listHosts(ctx.db, ctx.now),
    signedIn: ctx.actor !== null,
    renews,
  });
}

/** What fits the filters; for whoever renews a certificate in the order of what closes their gap, where they want it so. */
function findCourses(ctx: Context, filters: CatalogFilters, page: number) {
  const personId = ctx.actor?.personId ?? null;
  const renewing = personId !== null && filters.order === "gap" ? findRenewing(ctx, personId) : null;
  const found = renewing
    ? searchByFit(ctx, renewing, filters, page)
    : searchCatalog(ctx.db, { now: ctx.now, personId }, filters, page);
  return { ...found, renews: personId !== null && renewsWithHours(ctx.db, personId) };
}

/** What of micro-credentials has the words that somebody typed, too; null where nobody typed any. */
function findMicrocredentials(db: Reader, { searchParams }: URL) {
  const filters = readPublicFilters(searchParams);
  if (filters.words.trim() === "") return null;
  const rows = listPublicMicrocredentials(db, filters);
  return { total: rows.length, rows: rows.slice(0, MOST_MICROCREDENTIALS) };
}

const MOST_MICROCREDENTIALS = 4;

function hrefFor({ pathname, search }: { pathname: string; search: string }, page: number): string {
  const params = new URLSearchParams(search);
  params.set("page", String(page));
  return `${pathname}?${params}`;
}

export default function Catalog() {
  const loaded = useLoaderData<typeof loader>();
  const { entries, total, page, pageSize, microcredentials } = loaded;
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
      <CatalogFilterBar {...loaded} />
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
      {microcredentials && microcredentials.total > 0 ? (
        <Section
          title="Micro-credentials"
          description="Shown with evidence from practice; they have these words, too."
          actions={
            microcredentials.total > microcredentials.rows.length ? (
              <LinkButton to={`/microcredentials${location.search}`} variant="secondary" size="sm">
                See all {microcredentials.total}
              </LinkButton>
            ) : undefined
          }
        >
          <PublicCards rows={microcredentials.rows} />
        </Section>
      ) : null}
      <Pagination page={page} pageSize={pageSize} total={total} hrefFor={(each) => hrefFor(location, each)} />
    </Page>
  );
}
