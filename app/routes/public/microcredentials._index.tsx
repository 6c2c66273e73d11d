import { data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useLoaderData, useLocation } from "@remix-run/react";
import { listPublicAudiences } from "~/catalog/audiences/audience.server";
import { PublicCards } from "~/desks/microcredentials/PublicCards";
import { PublicFilterBar } from "~/desks/microcredentials/PublicFilterBar";
import { isNarrowed, readPublicFilters } from "~/desks/microcredentials/public-filters";
import { listPublicMicrocredentials, listPublicProviders } from "~/desks/microcredentials/public-list.server";
import { CatalogResult } from "~/desks/public/CatalogResult";
import { readCatalogFilters } from "~/desks/public/catalog-filters";
import { searchCatalog } from "~/desks/public/offering-search.server";
import { listProgramAreas } from "~/desks/public/public-catalog.server";
import { getContext } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { publicMeta } from "~/platform/http/public-meta";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { RowCount } from "~/ui/tables/Pagination";

export const meta = ({ matches }: MetaArgs) =>
  publicMeta(matches, {
    title: "Micro-credentials",
    description:
      "Competencies that educators show with evidence from practice, judged against a rubric and awarded as portable badges.",
    path: "/microcredentials",
  });

/** How many courses stand below the micro-credentials that were found. */
const MOST_COURSES = 4;

export async function loader({ request }: LoaderFunctionArgs) {
  const { db, now } = await getContext(request);
  const { searchParams } = new URL(request.url);
  const filters = readPublicFilters(searchParams);
  const courses =
    filters.words.trim() === ""
      ? null
      : searchCatalog(db, { now, personId: null }, readCatalogFilters(searchParams), 1);
  return data({
    filters,
    rows: listPublicMicrocredentials(db, filters),
    courses: courses && { total: courses.total, entries: courses.entries.slice(0, MOST_COURSES) },
    areas: listProgramAreas(db).map(({ code, name }) => ({ value: code, label: name })),
    providers: listPublicProviders(db),
    audiences: listPublicAudiences(db),
  });
}

export default function Microcredentials() {
  const { filters, rows, courses, ...options } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  const narrowed = isNarrowed(filters);
  return (
    <Page
      title="Micro-credentials"
      lead="Show one competency with evidence from your own practice. Assessors read it against a rubric that you know beforehand."
      width="wide"
      actions={
        <LinkButton to="/catalog" variant="secondary">
          Courses
        </LinkButton>
      }
    >
      <PublicFilterBar filters={filters} {...options} />
      <div className="grid gap-4">
        <h2 className="sr-only">Micro-credentials</h2>
        <RowCount shown={rows.length} total={rows.length} noun="micro-credential" />
        {rows.length === 0 ? (
          <EmptyState
            title={narrowed ? "No micro-credential fits" : "None yet"}
            action={
              <LinkButton to={narrowed ? "/microcredentials" : "/catalog"} variant="secondary">
                {narrowed ? "Show all" : "See courses"}
              </LinkButton>
            }
          />
        ) : (
          <PublicCards rows={rows} />
        )}
      </div>
      {courses && courses.total > 0 ? (
        <Section
          title="Courses"
          description={`${plural(courses.total, "course")} with dates to come ${courses.total === 1 ? "has" : "have"} these words, too.`}
          actions={
            courses.total > courses.entries.length ? (
              <LinkButton to={`/catalog${search}`} variant="secondary" size="sm">
                See all of them
              </LinkButton>
            ) : undefined
          }
        >
          <div className="grid gap-4 lg:grid-cols-2">
            {courses.entries.map((entry) => (
              <CatalogResult key={entry.courseId} entry={entry} />
            ))}
          </div>
        </Section>
      ) : null}
    </Page>
  );
}
