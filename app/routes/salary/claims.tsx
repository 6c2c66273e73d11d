import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listOpenClaims } from "~/hr/salary/open-claims.server";
import { NudgeForm, OpenClaims } from "~/hr/salary/OpenClaims";
import { nudgeForm } from "~/hr/salary/nudge-form";
import { nudgePeople } from "~/hr/salary/nudge.server";
import { readSalaryYear } from "~/hr/salary/salary-year.server";
import { SalaryFilters } from "~/hr/salary/SalaryFilters";
import { requireRole } from "~/people/roles/permission.server";
import { plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { safePath } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Claims still open");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const year = readSalaryYear(ctx, new URL(request.url).searchParams);
  return data({ year, people: listOpenClaims(ctx, year), now: ctx.now });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { pathname, search, searchParams } = new URL(request.url);
  const form = await readForm(request, nudgeForm);
  if (!form.ok) return form.reply;
  const { sent, passedOver } = nudgePeople(ctx, readSalaryYear(ctx, searchParams), form.value.person);
  const rest = passedOver > 0 ? ` ${plural(passedOver, "person", "people")} passed over.` : "";
  const said = `${plural(sent, "person", "people")} reminded by mail.${rest}`;
  throw await redirectWithToast(safePath(pathname + search, "/hr/salary/claims"), said);
}

/** The form that takes ticked people. */
const NUDGE = "nudge";

export default function ClaimsStillOpen() {
  const { year, people, now } = useLoaderData<typeof loader>();
  const query = `organization=${year.organisation.id}&year=${year.year}`;
  return (
    <Page
      title="Claims still open"
      lead={`Who at ${year.organisation.name} has hours of the salary year that are not posted until they claim, evaluate or pay. Remind them, at most once a week.`}
      breadcrumbs={[{ label: "Salary credits", to: `/hr/salary?${query}` }]}
      width="wide"
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <SalaryFilters year={year} />
      <OpenClaims people={people} form={NUDGE} now={now} timeZone={year.timeZone} />
      {people.length > 0 ? <NudgeForm id={NUDGE} /> : null}
    </Page>
  );
}
