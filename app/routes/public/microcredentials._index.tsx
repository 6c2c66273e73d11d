import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listPublicMicrocredentials } from "~/desks/microcredentials/public-list.server";
import { listProgramAreas } from "~/desks/public/public-catalog.server";
import { getContext } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { CardLink, EmptyState, Page } from "~/ui/frame/Page";
import { FilterBar, FilterSelect, FilterText } from "~/ui/tables/filters";
import { RowCount } from "~/ui/tables/Pagination";

export const meta = () => pageTitle("Micro-credentials");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await getContext(request);
  const search = new URL(request.url).searchParams;
  const area = search.get("area") || null;
  const words = (search.get("q") ?? "").slice(0, 200);
  return data({ rows: listPublicMicrocredentials(ctx, { area, words }), areas: listProgramAreas(ctx.db), area, words });
}

export default function Microcredentials() {
  const { rows, areas, area, words } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Micro-credentials"
      lead="Show one competency with evidence from your own practice. Assessors read it against a rubric that you know beforehand."
      width="wide"
    >
      <FilterBar label="Search micro-credentials" submitLabel="Show micro-credentials">
        <FilterText name="q" label="Words" defaultValue={words} placeholder="Title or competency" />
        <FilterSelect
          name="area"
          label="Program area"
          defaultValue={area}
          options={[{ value: "", label: "Any area" }, ...areas.map(({ code, name }) => ({ value: code, label: name }))]}
        />
      </FilterBar>
      <RowCount shown={rows.length} total={rows.length} noun="micro-credential" />
      {rows.length === 0 ? (
        <EmptyState
          title={area || words ? "Nothing fits" : "None yet"}
          action={
            area || words ? (
              <LinkButton to="/microcredentials" variant="secondary">
                Show all
              </LinkButton>
            ) : (
              <LinkButton to="/catalog" variant="secondary">
                See courses
              </LinkButton>
            )
          }
        />
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2">
          {rows.map((row) => (
            <li key={row.id}>
              <CardLink to={`/microcredentials/${row.id}`} title={row.title} className="h-full">
                <p>{row.competency}</p>
                <p className="mt-1 text-soft">
                  {row.area} · {row.provider}
                  {row.isStack ? " · Stack" : ""}
                </p>
              </CardLink>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}
