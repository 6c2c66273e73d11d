import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AssessorStatus } from "~/microcredentials/assessors/AssessorStatus";
import { listMyScopes } from "~/microcredentials/practice/agreement-page.server";
import { AgreementTable } from "~/microcredentials/practice/AgreementTable";
import { listMyPieces } from "~/microcredentials/practice/practise.server";
import { requireRole } from "~/people/roles/permission.server";
import { formatDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Practice");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "assessor");
  return data({ pieces: listMyPieces(ctx), scopes: listMyScopes(ctx) });
}

export default function Practice() {
  const { pieces, scopes } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Practice"
      lead="Score what was decided before, without its author’s name, and see how far you agree. It decides nothing."
    >
      {scopes.length > 0 ? (
        <Section title="What you are named for">
          <ul className="grid gap-2">
            {scopes.map(({ id, name, state }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                {name} <AssessorStatus state={state} />
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="Pieces of practice">
        <DataTable
          caption="Pieces of practice"
          rows={pieces}
          dense
          rowKey={(row) => row.id}
          empty={
            <EmptyState title="Nothing to practise on">
              <p>The coordinator chooses what people gave for practice. Look again later.</p>
            </EmptyState>
          }
          columns={[
            {
              key: "title",
              header: "Piece",
              primary: true,
              cell: (row) => (
                <Link
                  to={`/assessor/practice/${row.id}`}
                  className="link pointer-coarse:inline-block pointer-coarse:py-2"
                >
                  {row.title}, piece {row.number}
                </Link>
              ),
            },
            {
              key: "done",
              header: "Status",
              cell: (row) =>
                row.handedInAt === null ? (
                  <Status tone="waiting">To score</Status>
                ) : (
                  <Status tone="good">Handed in {formatDate(row.handedInAt, REGION_TIME_ZONE)}</Status>
                ),
            },
          ]}
        />
      </Section>
      {scopes
        .filter(({ agreement }) => agreement.pieces > 0)
        .map(({ id, name, isForAll, agreement }) => (
          <AgreementTable key={id} title={`How far you agree: ${name}`} {...agreement} named={isForAll} />
        ))}
    </Page>
  );
}
