import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DESIGNATIONS, type Designation } from "~/catalog/courses/designation";
import { CLAIM_STATUS_TONES, CLAIM_STATUS_WORDS } from "~/credits/claims/claim-status";
import { summarizeHours } from "~/credits/counting/hours-summary";
import { listCurrentCredits } from "~/credits/ledger/ledger.server";
import { PostedTable } from "~/credits/ledger/PostedTable";
import { listMyOpenClaims } from "~/credits/claims/my-claims.server";
import { requireEducator } from "~/people/roles/permission.server";
import { formatDate, formatHours, formatQuarterCredits } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { Facts, Page, Section, Stat, StatRow } from "~/ui/frame/Page";
import { RowCount } from "~/ui/tables/Pagination";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("My hours");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const credits = listCurrentCredits(ctx.db, ctx.actor.personId);
  return data({
    summary: summarizeHours(credits),
    claims: listMyOpenClaims(ctx),
    credits: credits
      .map(({ id, claimId, minutes, completedOn, version, snapshot }) => ({
        id,
        claimId,
        minutes,
        completedOn,
        version,
        title: snapshot.course.title,
        provider: snapshot.provider.name,
        inServiceNumber: snapshot.offering.inServiceNumber,
        designations: snapshot.designations,
      }))
      .reverse(),
  });
}

export default function MyHours() {
  const { credits, claims, summary } = useLoaderData<typeof loader>();
  return (
    <Page
      title="My hours"
      width="wide"
      actions={
        <>
          <LinkButton to="/transcript">Get a transcript</LinkButton>
          <LinkButton to="/hours/submitted" variant="secondary">
            Submit to my district
          </LinkButton>
        </>
      }
    >
      <StatRow>
        <Stat label="Posted clock hours" value={formatHours(summary.minutes)} hint="all years" />
        <Stat label="Quarter credits" value={formatQuarterCredits(summary.minutes)} hint="10 clock hours each" />
        <Stat label="Claims under way" value={claims.length} />
      </StatRow>
      {claims.length > 0 ? (
        <Section title="Claims under way">
          <DataTable
            caption="Claims under way"
            rows={claims}
            rowKey={(row) => row.id}
            empty={null}
            columns={[
              {
                key: "title",
                header: "Course",
                primary: true,
                cell: (row) => (
                  <Link to={`/claims/${row.id}`} className="link">
                    {row.title}
                  </Link>
                ),
              },
              { key: "ended", header: "Ended", cell: (row) => formatDate(row.endsAt, row.timeZone) },
              {
                key: "hours",
                header: "Hours",
                align: "end",
                cell: (row) => formatHours(row.requestedMinutes ?? row.earnedMinutes),
              },
              {
                key: "status",
                header: "Status",
                cell: (row) => <Status tone={CLAIM_STATUS_TONES[row.status]}>{CLAIM_STATUS_WORDS[row.status]}</Status>,
              },
            ]}
          />
        </Section>
      ) : null}
      <Section title="Posted" description={<RowCount shown={credits.length} total={credits.length} noun="credit" />}>
        <PostedTable credits={credits} />
      </Section>
      {credits.length > 0 ? (
        <div className="grid items-start gap-8 md:grid-cols-3">
          {summary.groups.map((group) => (
            <Section key={group.title} title={group.title}>
              <Facts
                items={group.rows.map((row) => ({
                  label: DESIGNATIONS[row.label as Designation] ?? row.label,
                  value: formatHours(row.minutes),
                }))}
              />
            </Section>
          ))}
        </div>
      ) : null}
    </Page>
  );
}
