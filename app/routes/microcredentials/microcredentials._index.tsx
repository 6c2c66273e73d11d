import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { MICROCREDENTIAL_LIST } from "~/microcredentials/definitions/microcredential-list";
import { microcredentialSource } from "~/microcredentials/definitions/microcredential-list.server";
import { MicrocredentialStatus } from "~/microcredentials/definitions/MicrocredentialStatus";
import { listProgramAreas } from "~/desks/public/public-catalog.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { RowLink } from "~/ui/lists/RowLink";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(MICROCREDENTIAL_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const areas = listProgramAreas(ctx.db).map(({ code, name }) => ({ value: code, label: name }));
  return data({ ...showList(ctx, request, microcredentialSource(ctx)), options: { area: areas } });
}

export default function CoordinatorMicrocredentials() {
  const { options, ...list } = useLoaderData<typeof loader>();
  const create = <LinkButton to="/coordinator/microcredentials/new">New micro-credential</LinkButton>;
  return (
    <Page
      title={MICROCREDENTIAL_LIST.title}
      width="wide"
      actions={
        <>
          {create}
          <LinkButton to="/coordinator/portfolios" variant="secondary">
            Portfolios to decide
          </LinkButton>
          <LinkButton to="/coordinator/assessors" variant="secondary">
            Assessors
          </LinkButton>
        </>
      }
    >
      <WorkList
        shape={MICROCREDENTIAL_LIST}
        list={list}
        options={options}
        empty={
          <EmptyState title="No micro-credentials yet" action={create}>
            <p>One competency each, shown with evidence from practice and judged against a rubric.</p>
          </EmptyState>
        }
        cells={{
          title: (row) => <RowLink to={`/coordinator/microcredentials/${row.id}`}>{row.title}</RowLink>,
          area: (row) => row.area,
          state: (row) => <MicrocredentialStatus state={row.state} />,
          working: (row) => row.working,
          waiting: (row) => row.waiting,
          awarded: (row) => row.awarded,
          changed: (row) => formatDate(row.updatedAt, row.timeZone),
        }}
      />
    </Page>
  );
}
