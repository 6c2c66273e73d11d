import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { reviewForm } from "~/hr/salary/review-form";
import { answerReview } from "~/hr/salary/review-action.server";
import { ReviewForm } from "~/hr/salary/ReviewForm";
import { salaryRowCells } from "~/hr/salary/salary-cells";
import { SALARY_ROWS_LIST } from "~/hr/salary/salary-lists";
import { salaryRowsSource } from "~/hr/salary/salary-lists.server";
import { readSalaryYear } from "~/hr/salary/salary-year.server";
import { SalaryFilters } from "~/hr/salary/SalaryFilters";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Kept } from "~/ui/lists/ListFilters";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(SALARY_ROWS_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const search = new URL(request.url).searchParams;
  return data({ year: readSalaryYear(ctx, search), ...showList(ctx, request, salaryRowsSource(ctx, search)) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, reviewForm);
  if (!form.ok) return form.reply;
  throw await answerReview(ctx, request.url, form, "/hr/salary/review");
}

/** The form that takes ticked rows. */
const REVIEW = "review";

export default function ReviewRows() {
  const { year, ...list } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  const query = `organization=${year.organisation.id}&year=${year.year}`;
  return (
    <Page
      title={SALARY_ROWS_LIST.title}
      lead={`${year.organisation.name}: say of each row whether it is accepted for pay, and for what. It can be changed; what was said before stays on record.`}
      breadcrumbs={[{ label: "Salary credits", to: `/hr/salary?${query}` }]}
      width="wide"
    >
      <SalaryFilters year={year}>
        <Kept names={["q", "verdict", "sort", "cols"]} search={search} />
      </SalaryFilters>
      <WorkList
        shape={SALARY_ROWS_LIST}
        list={list}
        cells={salaryRowCells(query)}
        selection={{
          form: REVIEW,
          name: "credit",
          label: (row) => `${row.title}, ${row.name}`,
          actions: <ReviewForm folded id={REVIEW} lastResult={useActionData<typeof action>()?.result} />,
        }}
        empty={<EmptyState title="No rows match">Choose another salary year, or another review.</EmptyState>}
      />
    </Page>
  );
}
