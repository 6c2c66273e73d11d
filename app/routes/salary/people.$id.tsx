import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { salaryYearInWords } from "~/hr/local-rules/local-rule";
import { reviewForm } from "~/hr/salary/review-form";
import { answerReview } from "~/hr/salary/review-action.server";
import { ReviewForm } from "~/hr/salary/ReviewForm";
import { getSalaryPerson } from "~/hr/salary/salary-person.server";
import { readSalaryYear } from "~/hr/salary/salary-year.server";
import { SalaryFilters } from "~/hr/salary/SalaryFilters";
import { SalaryRows } from "~/hr/salary/SalaryRows";
import { requireRole } from "~/people/roles/permission.server";
import { formatHours, formatQuarterCredits, plural } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { LinkButton } from "~/ui/Button";
import { Page, Section, Stat, StatRow } from "~/ui/frame/Page";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.person.name ?? "Person");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const year = readSalaryYear(ctx, new URL(request.url).searchParams);
  return data({ year, person: getSalaryPerson(ctx, year, param(params, "id")) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, reviewForm);
  if (!form.ok) return form.reply;
  throw await answerReview(ctx, request.url, form, "/hr/salary");
}

/** The form that takes ticked rows. */
const REVIEW = "review";

export default function SalaryPersonPage() {
  const { year, person } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const query = `organization=${year.organisation.id}&year=${year.year}`;
  const { minutes, counted, accepted, open } = person.totals;
  return (
    <Page
      title={person.name}
      lead={`Salary year ${salaryYearInWords(year.year)} with ${year.organisation.name}. Looking at this page is recorded.`}
      breadcrumbs={[{ label: "Salary credits", to: `/hr/salary?${query}` }]}
      actions={
        <>
          <LinkButton to={`/hr/salary/people/${person.id}/worksheet?${query}&format=pdf`} reloadDocument>
            Worksheet (PDF)
          </LinkButton>
          <LinkButton
            to={`/hr/salary/people/${person.id}/worksheet?${query}&format=xlsx`}
            reloadDocument
            variant="secondary"
          >
            Worksheet (Excel)
          </LinkButton>
          <LinkButton to={`/hr/people/${person.id}`} variant="secondary">
            Everything of theirs
          </LinkButton>
        </>
      }
      width="wide"
    >
      <SalaryFilters year={year} />
      <StatRow>
        <Stat label="Clock hours completed" value={formatHours(minutes)} />
        <Stat
          label="Count by your rules"
          value={formatHours(counted)}
          hint={`${formatQuarterCredits(counted)} quarter credits`}
        />
        <Stat label="Accepted" value={formatHours(accepted)} hint={`${plural(open, "row")} to review`} />
      </StatRow>
      <Section title="Rows">
        <SalaryRows rows={person.rows} form={REVIEW} timeZone={year.timeZone} />
        {person.rows.length > 0 ? <ReviewForm id={REVIEW} lastResult={result} /> : null}
      </Section>
    </Page>
  );
}
