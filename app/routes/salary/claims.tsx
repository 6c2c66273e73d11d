import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { openClaimsSource } from "~/hr/salary/open-claims-list.server";
import { NudgeForm, openClaimCells } from "~/hr/salary/OpenClaims";
import { nudgeForm } from "~/hr/salary/nudge-form";
import { nudgePeople } from "~/hr/salary/nudge.server";
import { OPEN_CLAIMS_LIST } from "~/hr/salary/salary-lists";
import { readSalaryYear } from "~/hr/salary/salary-year.server";
import { SalaryFilters } from "~/hr/salary/SalaryFilters";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { listMatchingIds } from "~/platform/lists/list-query.server";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Kept } from "~/ui/lists/ListFilters";
import { WorkList } from "~/ui/lists/WorkList";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle(OPEN_CLAIMS_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const search = new URL(request.url).searchParams;
  const year = readSalaryYear(ctx, search);
  return data({ year, now: ctx.now, ...showList(ctx, request, openClaimsSource(ctx, search)) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { pathname, search, searchParams } = new URL(request.url);
  const form = await readForm(request, nudgeForm);
  if (!form.ok) return form.reply;
  const { matching, person } = form.value;
  const personIds = matching ? listMatchingIds(openClaimsSource(ctx, searchParams), searchParams) : person;
  const { sent, passedOver } = nudgePeople(ctx, readSalaryYear(ctx, searchParams), personIds);
  const rest = passedOver > 0 ? ` ${plural(passedOver, "person", "people")} passed over.` : "";
  const said = `${plural(sent, "person", "people")} reminded by mail.${rest}`;
  throw await redirectWithToast(safePath(pathname + search, "/hr/salary/claims"), said);
}

/** The form that takes ticked people. */
const NUDGE = "nudge";

export default function ClaimsStillOpen() {
  const { year, now, ...list } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const query = `organization=${year.organisation.id}&year=${year.year}`;
  return (
    <Page
      title={OPEN_CLAIMS_LIST.title}
      lead={`Who at ${year.organisation.name} has hours of the salary year that are not posted until they claim, evaluate or pay. Remind them, at most once a week.`}
      breadcrumbs={[{ label: "Salary credits", to: `/hr/salary?${query}` }]}
      width="wide"
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <SalaryFilters year={year}>
        <Kept names={["q", "waits", "cols"]} search={search} />
      </SalaryFilters>
      <WorkList
        shape={OPEN_CLAIMS_LIST}
        list={list}
        cells={openClaimCells(query, now, year.timeZone)}
        selection={{
          form: NUDGE,
          name: "person",
          label: ({ name }) => name,
          matching: true,
          actions: <NudgeForm id={NUDGE} />,
        }}
        empty={
          <EmptyState title="Nobody has anything open">
            <p>Everything that was earned is claimed, evaluated and paid.</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
