import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { nameAssessor } from "~/microcredentials/assessors/assessor.server";
import { newAssessorForm } from "~/microcredentials/assessors/assessor-form";
import { ASSESSOR_LIST } from "~/microcredentials/assessors/assessor-list";
import { assessorSource } from "~/microcredentials/assessors/assessor-list.server";
import { listScopeOptions } from "~/microcredentials/assessors/assessor-page.server";
import { AssessorStatus } from "~/microcredentials/assessors/AssessorStatus";
import { NameAssessor } from "~/microcredentials/assessors/NameAssessor";
import { ASSESSOR_REFUSALS } from "~/microcredentials/assessors/refusal";
import { listScopedTitles } from "~/microcredentials/assessment/undecided-list.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { EmptyState, Page } from "~/ui/frame/Page";
import { RowLink } from "~/ui/lists/RowLink";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle(ASSESSOR_LIST.title);

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const list = showList(ctx, request, assessorSource(ctx));
  return data({ ...list, options: { microcredential: listScopedTitles(ctx) }, scopes: listScopeOptions(ctx) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const form = await readForm(request, newAssessorForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "assessor", form.once, () => nameAssessor(ctx, form.value));
  if (outcome.ok)
    throw await redirectWithToast("/coordinator/assessors", `${outcome.value} is named, and told by mail.`);
  const { words, field } = ASSESSOR_REFUSALS[outcome.reason];
  return form.refuse(words, field);
}

export default function Assessors() {
  const { options, scopes, ...list } = useLoaderData<typeof loader>();
  return (
    <Page
      title={ASSESSOR_LIST.title}
      breadcrumbs={[{ label: "Micro-credentials", to: "/coordinator/microcredentials" }]}
      lead="Who judges what. Only those who are admitted take portfolios from the queue."
      width="wide"
    >
      <WorkList
        shape={ASSESSOR_LIST}
        list={list}
        options={options}
        empty={
          <EmptyState title="No assessors yet">
            <p>Name somebody below. They practise first, and you admit them.</p>
          </EmptyState>
        }
        cells={{
          name: (row) => <RowLink to={`/coordinator/assessors/${row.id}`}>{row.name}</RowLink>,
          scope: (row) => row.scope,
          state: (row) => <AssessorStatus state={row.state} />,
          practised: (row) => row.practised,
          scored: (row) => row.scored,
          since: (row) => formatDate(row.updatedAt, row.timeZone),
        }}
      />
      <NameAssessor key={list.total} options={scopes} lastResult={useActionData<typeof action>()?.result} />
    </Page>
  );
}
