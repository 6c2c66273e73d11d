import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listMyAwards } from "~/microcredentials/awards/award.server";
import { listMyPortfolios } from "~/microcredentials/portfolios/portfolio.server";
import { AwardStatus, PortfolioStatus } from "~/microcredentials/portfolios/PortfolioStatus";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireEducator } from "~/people/roles/permission.server";
import { formatDate, formatPlainDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("My micro-credentials");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const { timeZone } = getHomeProvider(ctx.db);
  return data({ portfolios: listMyPortfolios(ctx), awards: listMyAwards(ctx), timeZone });
}

export default function MyMicrocredentials() {
  const { portfolios, awards, timeZone } = useLoaderData<typeof loader>();
  const find = (
    <LinkButton to="/microcredentials" variant="secondary">
      Find a micro-credential
    </LinkButton>
  );
  return (
    <Page title="My micro-credentials" actions={find}>
      <Section title="Portfolios">
        <DataTable
          caption="Your portfolios"
          rows={portfolios}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title="You have not begun one yet" action={find}>
              <p>Choose a competency, and show it with evidence from your own practice.</p>
            </EmptyState>
          }
          columns={[
            {
              key: "title",
              header: "Micro-credential",
              primary: true,
              cell: (row) => (
                <Link to={`/portfolios/${row.id}`} className="link pointer-coarse:inline-block pointer-coarse:py-2">
                  {row.title}
                </Link>
              ),
            },
            {
              key: "status",
              header: "Status",
              cell: (row) => (
                <span className="inline-flex flex-wrap items-center gap-x-2">
                  <PortfolioStatus status={row.status} />
                  {row.promisedAt === null ? null : (
                    <span className="text-soft">decision by {formatDate(row.promisedAt, timeZone)}</span>
                  )}
                </span>
              ),
            },
            { key: "changed", header: "Changed", cell: (row) => formatDate(row.updatedAt, timeZone) },
          ]}
        />
      </Section>
      <Section title="Awards">
        <DataTable
          caption="Your awards"
          rows={awards}
          rowKey={(row) => row.id}
          empty={<p className="text-soft">None yet. What you demonstrate appears here, and on your transcript.</p>}
          columns={[
            {
              key: "title",
              header: "Micro-credential",
              primary: true,
              cell: (row) => (
                <Link
                  to={`/portfolios/awards/${row.id}`}
                  className="link pointer-coarse:inline-block pointer-coarse:py-2"
                >
                  {row.title}
                </Link>
              ),
            },
            { key: "on", header: "Awarded", cell: (row) => formatPlainDate(row.awardedOn) },
            {
              key: "until",
              header: "Valid until",
              cell: (row) => (row.expiresAt === null ? "For good" : formatDate(row.expiresAt, timeZone)),
            },
            {
              key: "standing",
              header: "Status",
              cell: (row) =>
                row.isRenewable ? (
                  <Status tone="attention">Expires soon</Status>
                ) : (
                  <AwardStatus standing={row.standing} />
                ),
            },
          ]}
        />
      </Section>
    </Page>
  );
}
