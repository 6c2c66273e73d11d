import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listMySubmissions } from "~/hr/submitted/submit.server";
import { SubmittedStatus } from "~/hr/submitted/SubmittedTable";
import { requireEducator } from "~/people/roles/permission.server";
import { formatDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Submitted to my district");

export async function loader({ request }: LoaderFunctionArgs) {
  return data({ rows: listMySubmissions(await requireEducator(request)) });
}

export default function MySubmissions() {
  const { rows } = useLoaderData<typeof loader>();
  const submit = <LinkButton to="/hours/submitted/new">Submit hours to my district</LinkButton>;
  return (
    <Page
      title="Submitted to my district"
      lead="HR sees what you complete while you work for a district. Hours of another time, and hours from elsewhere, you can show to HR yourself."
      breadcrumbs={[{ label: "My hours", to: "/hours" }]}
      actions={rows.length > 0 ? submit : null}
    >
      <DataTable
        caption="Submissions"
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Nothing submitted yet" action={submit}>
            HR accepts what you submit, or returns it with a reason. You are told by mail.
          </EmptyState>
        }
        columns={[
          {
            key: "district",
            header: "Submitted to",
            primary: true,
            cell: ({ id, organisation, sentAt }) => (
              <Link to={`/hours/submitted/${id}`} className="link">
                {organisation}
                <span className="sr-only">, {formatDate(sentAt, REGION_TIME_ZONE)}</span>
              </Link>
            ),
          },
          { key: "sent", header: "On", cell: ({ sentAt }) => formatDate(sentAt, REGION_TIME_ZONE) },
          { key: "rows", header: "Rows", align: "end", cell: (row) => row.rows },
          { key: "state", header: "State", cell: (row) => <SubmittedStatus {...row} /> },
        ]}
      />
    </Page>
  );
}
