import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { COURSE_LIST } from "~/catalog/courses/course-list";
import { courseSource } from "~/catalog/courses/course-list.server";
import { CourseStatus } from "~/catalog/state-words";
import { listProgramAreas } from "~/desks/public/public-catalog.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { RowLink } from "~/ui/lists/RowLink";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(COURSE_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const areas = listProgramAreas(ctx.db).map(({ code, name }) => ({ value: code, label: name }));
  return data({ ...showList(ctx, request, courseSource(ctx)), options: { area: areas } });
}

export default function CoordinatorCourses() {
  const { options, ...list } = useLoaderData<typeof loader>();
  const newCourse = <LinkButton to="/coordinator/courses/new">New course</LinkButton>;
  return (
    <Page title={COURSE_LIST.title} width="wide" actions={newCourse}>
      <WorkList
        shape={COURSE_LIST}
        list={list}
        options={options}
        empty={
          <EmptyState title="No courses yet" action={newCourse}>
            <p>Write one; its offerings follow.</p>
          </EmptyState>
        }
        cells={{
          title: (row) => <RowLink to={`/coordinator/courses/${row.id}`}>{row.title}</RowLink>,
          area: (row) => row.area,
          state: (row) => <CourseStatus state={row.state} />,
          coming: (row) => row.coming,
          all: (row) => row.all,
          last: (row) => (row.lastBegins === null ? "–" : formatDate(row.lastBegins, row.timeZone)),
          changed: (row) => formatDate(row.updatedAt, row.timeZone),
        }}
      />
    </Page>
  );
}
