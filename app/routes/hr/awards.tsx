import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Award } from "lucide-react";
import type { ReactNode } from "react";
import { DISTRICT_AWARD_LIST } from "~/hr/awards/award-list";
import { type DistrictAward, districtAwardSource } from "~/hr/awards/award-list.server";
import { AwardStatus } from "~/microcredentials/portfolios/PortfolioStatus";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatDate, formatPlainDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { EmptyState, Page } from "~/ui/frame/Page";
import { RowLink } from "~/ui/lists/RowLink";
import { WorkList } from "~/ui/lists/WorkList";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle(DISTRICT_AWARD_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  return showList(ctx, request, districtAwardSource(ctx));
}

const CELLS: Record<string, (row: DistrictAward) => ReactNode> = {
  name: (row) => <RowLink to={`/hr/people/${row.personId}`}>{row.name}</RowLink>,
  title: (row) => row.title,
  awarded: (row) => formatPlainDate(row.awardedOn),
  standing: (row) => <AwardStatus standing={row.standing} />,
  provider: (row) => row.provider,
  until: (row) => (row.expiresAt === null ? "For good" : formatDate(row.expiresAt, REGION_TIME_ZONE)),
  certificate: (row) => row.certificateNumber ?? "–",
  code: (row) =>
    row.code ? (
      <Link to={`/verify/${row.code}`} className="link font-mono text-[0.9375rem]">
        {row.code}
      </Link>
    ) : (
      "–"
    ),
};

export default function DistrictAwards() {
  const list = useLoaderData<typeof loader>();
  return (
    <Page
      title={DISTRICT_AWARD_LIST.title}
      lead="What people were awarded while they belonged to you. You see the award and whether it is valid, never the evidence. Clock hours of awards stand in your exports like all others."
      width="wide"
    >
      <WorkList
        shape={DISTRICT_AWARD_LIST}
        list={list}
        cells={CELLS}
        empty={
          <EmptyState icon={<Award aria-hidden />} title="No awards match">
            <p>Only what was awarded on a day on which the person belonged to your district is listed.</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
