import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireEducator } from "~/people/roles/permission.server";
import { formatPlainDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { GROWTH_PLAN_STATE_WORDS, PLAN_REFUSALS, refusedPlanField } from "~/renewal/growth-plans/growth-plan";
import { beginPlanForm } from "~/renewal/growth-plans/growth-plan-form";
import { beginPlan } from "~/renewal/growth-plans/growth-plan.server";
import { getPlansPage } from "~/renewal/growth-plans/plan-page.server";
import { SubmitButton } from "~/ui/Button";
import { SelectField } from "~/ui/fields/choice-fields";
import { FormFrame, useServerForm } from "~/ui/fields/form";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Growth plans");

export async function loader({ request }: LoaderFunctionArgs) {
  return data(getPlansPage(await requireEducator(request)));
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, beginPlanForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "growth plan", form.once, () => beginPlan(ctx, form.value.year));
  if (!outcome.ok) return form.refuse(PLAN_REFUSALS[outcome.reason], refusedPlanField(outcome.reason));
  throw await redirectWithToast(`/certificate/growth-plans/${outcome.value}`, "Begun.");
}

export default function GrowthPlans() {
  const { plans, years } = useLoaderData<typeof loader>();
  const [form, fields] = useServerForm<{ year: string }>({
    id: `begin-${plans.length}`,
    lastResult: useActionData<typeof action>()?.result,
  });
  return (
    <Page
      title="Growth plans"
      lead="A professional growth plan that another certificated educator has reviewed and signed is worth 25 hours, one a year from July to June."
      breadcrumbs={[{ label: "My certificate", to: "/certificate" }]}
    >
      <DataTable
        caption="Growth plans"
        rows={plans}
        rowKey={({ id }) => id}
        empty={<EmptyState title="No growth plan yet">Begin one below. It is saved while you write.</EmptyState>}
        columns={[
          {
            key: "year",
            header: "Year",
            primary: true,
            cell: ({ id, year }) => (
              <Link to={`/certificate/growth-plans/${id}`} className="link">
                {year}
              </Link>
            ),
          },
          {
            key: "state",
            header: "State",
            cell: ({ state }) => (
              <Status tone={GROWTH_PLAN_STATE_WORDS[state].tone}>{GROWTH_PLAN_STATE_WORDS[state].words}</Status>
            ),
          },
          { key: "topics", header: "Goal in the topics", cell: ({ topics }) => topics.join(", ") || "None" },
          {
            key: "signed",
            header: "Signed",
            cell: ({ signed }) => (signed ? `${signed.by}, ${formatPlainDate(signed.on)}` : "–"),
          },
        ]}
      />
      {years.length > 0 ? (
        <Section title="Begin a plan">
          <FormFrame key={plans.length} form={form}>
            <SelectField field={fields.year} label="Year, July to June" options={years} className="max-w-60" required />
            <div>
              <SubmitButton>Begin the plan</SubmitButton>
            </div>
          </FormFrame>
        </Section>
      ) : null}
    </Page>
  );
}
