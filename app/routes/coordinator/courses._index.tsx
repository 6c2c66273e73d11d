import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData, useLocation } from "@remix-run/react";
import { listScopedCourses } from "~/catalog/courses/course-desk.server";
import { COURSE_STATES } from "~/catalog/courses/course-state";
import { listProgramAreas } from "~/desks/public/public-catalog.server";
import { COURSE_STATE_LABELS, CourseStatus } from "~/catalog/state-words";
import { requireRole } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { pageOf, PAGE_SIZE } from "~/platform/http/responses.server";
import { LinkButton } from "~/ui/Button";
import { FilterBar, FilterSelect, FilterText } from "~/ui/tables/filters";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";
import { DataTable } from "~/ui/tables/Table";
import { hrefWith } from "~/ui/tables/address";

export const meta = () => pageTitle("Courses");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const url = new URL(request.url);
  const page = pageOf(url);
  const filters = {
    words: (url.searchParams.get("q") ?? "").slice(0, 200),
    state: COURSE_STATES.find((state) => state === url.searchParams.get("state")) ?? null,
    area: url.searchParams.get("area") || null,
  };
  const areas = listProgramAreas(ctx.db);
  return data({ ...listScopedCourses(ctx, filters, page), page, pageSize: PAGE_SIZE, filters, areas });
}

export default function CoordinatorCourses() {
  const { rows, total, page, pageSize, filters, areas } = useLoaderData<typeof loader>();
  const { pathname, search } = useLocation();
  const hrefFor = (each: number) => pathname + hrefWith(new URLSearchParams(search), { page: each });
  return (
    <Page title="Courses" width="wide" actions={<LinkButton to="/coordinator/courses/new">New course</LinkButton>}>
      <FilterBar label="Filter courses" submitLabel="Show courses">
        <FilterText name="q" label="Title" defaultValue={filters.words} />
        <FilterSelect
          name="area"
          label="Program area"
          defaultValue={filters.area}
          options={[{ value: "", label: "Any area" }, ...areas.map(({ code, name }) => ({ value: code, label: name }))]}
        />
        <FilterSelect
          name="state"
          label="State"
          defaultValue={filters.state}
          options={[
            { value: "", label: "Any state" },
            ...COURSE_STATES.map((value) => ({ value, label: COURSE_STATE_LABELS[value] })),
          ]}
        />
      </FilterBar>
      <div className="grid gap-4">
        <RowCount shown={rows.length} total={total} noun="course" />
        <DataTable
          caption="Courses"
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState
              title="No course fits"
              action={<LinkButton to="/coordinator/courses/new">New course</LinkButton>}
            >
              <p>Change the filters, or write a new course.</p>
            </EmptyState>
          }
          columns={[
            {
              key: "title",
              header: "Course",
              primary: true,
              cell: (row) => (
                <Link to={`/coordinator/courses/${row.id}`} className="link">
                  {row.title}
                </Link>
              ),
            },
            { key: "area", header: "Program area", cell: (row) => row.area },
            { key: "state", header: "State", cell: (row) => <CourseStatus state={row.state} /> },
            { key: "coming", header: "Offerings to come", align: "end", cell: (row) => row.coming },
            { key: "all", header: "In all", align: "end", hideOnPhone: true, cell: (row) => row.all },
          ]}
        />
        <Pagination page={page} pageSize={pageSize} total={total} hrefFor={hrefFor} />
      </div>
    </Page>
  );
}
