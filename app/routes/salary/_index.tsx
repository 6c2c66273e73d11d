import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { salaryPeopleCells } from "~/hr/salary/salary-cells";
import { SALARY_PEOPLE_LIST } from "~/hr/salary/salary-lists";
import { salaryPeopleSource } from "~/hr/salary/salary-lists.server";
import { readSalaryYear } from "~/hr/salary/salary-year.server";
import { SalaryFilters } from "~/hr/salary/SalaryFilters";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { pageTitle } from "~/platform/http/page-title";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Kept } from "~/ui/lists/ListFilters";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(SALARY_PEOPLE_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const search = new URL(request.url).searchParams;
  return data({ year: readSalaryYear(ctx, search), ...showList(ctx, request, salaryPeopleSource(ctx, search)) });
}

export default function SalaryCredits() {
  const { year, ...list } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const query = `organization=${year.organisation.id}&year=${year.year}`;
  return (
    <Page
      title={SALARY_PEOPLE_LIST.title}
      lead={`${year.organisation.name}: what people completed in the salary year, and how much of it counts for pay.`}
      actions={
        <>
          <LinkButton to={`/hr/salary/review?${query}`}>Review rows</LinkButton>
          <LinkButton to={`/hr/salary/claims?${query}`} variant="secondary">
            Claims still open
          </LinkButton>
          <LinkButton to="/hr/local-rules" variant="secondary">
            Local rules
          </LinkButton>
        </>
      }
      width="wide"
    >
      <SalaryFilters year={year}>
        <Kept names={["q"]} search={search} />
      </SalaryFilters>
      <WorkList
        shape={SALARY_PEOPLE_LIST}
        list={list}
        cells={salaryPeopleCells(query)}
        empty={
          <EmptyState title="Nobody has hours in this salary year">
            <p>Only what was completed while somebody belonged to your district is listed.</p>
          </EmptyState>
        }
      />
    </Page>
  );
}
