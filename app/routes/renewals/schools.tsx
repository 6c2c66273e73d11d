import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ChooseOrganisation } from "~/hr/renewals/ChooseOrganisation";
import { RENEWAL_LIST } from "~/hr/renewals/renewal-list";
import { readRenewalChoice } from "~/hr/renewals/renewal-list.server";
import { summarizeBySchool } from "~/hr/renewals/school-summary.server";
import { SchoolTable } from "~/hr/renewals/SchoolTable";
import { SMALLEST_CELL } from "~/hr/overview/suppression";
import { requireRole } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Renewals by school");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const choice = readRenewalChoice(ctx, new URL(request.url).searchParams);
  return { ...choice, ...(await summarizeBySchool(ctx, choice.organisation)) };
}

export default function RenewalsBySchool() {
  const { organisations, organisation, rows, about, firstOf } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Renewals by school"
      lead={`${organisation.name}: how many of those who show you their renewal lack hours, to be passed on. Fewer than ${SMALLEST_CELL} people are not told, nor what would give them away.`}
      breadcrumbs={[{ label: RENEWAL_LIST.title, to: RENEWAL_LIST.path }]}
    >
      <ChooseOrganisation organisations={organisations} chosen={organisation.id} kept={[]} />
      <SchoolTable rows={rows} />
      {about > 0 ? (
        <p className="text-soft">
          In all, {about.toLocaleString("en-US")} people or a few more
          {firstOf === null ? null : `, of the ${firstOf.toLocaleString("en-US")} whose last day comes first`}.
        </p>
      ) : null}
    </Page>
  );
}
