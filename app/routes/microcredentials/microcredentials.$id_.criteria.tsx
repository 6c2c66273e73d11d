import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getDefinitionPage } from "~/desks/microcredentials/definition-desk.server";
import { answerRows } from "~/desks/microcredentials/rubric-action.server";
import { CriterionForm } from "~/microcredentials/definitions/CriterionForm";
import { criteriaPageForm } from "~/microcredentials/definitions/definition-form";
import { toCriterionDraft } from "~/microcredentials/definitions/definition-draft";
import { CriterionCard } from "~/microcredentials/definitions/DefinitionView";
import { RowActions } from "~/microcredentials/definitions/RowActions";
import { changeCriteria } from "~/microcredentials/definitions/rubric.server";
import { requireRole } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { staleIn } from "~/platform/http/stale-form";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Criteria");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { microcredential, definition, isDraft } = getDefinitionPage(ctx, param(params, "id"));
  const changed = new URL(request.url).searchParams.get("change");
  const row = definition.criteria.find(({ key }) => key === changed) ?? null;
  return data({ microcredential, criteria: definition.criteria, isDraft, row: isDraft ? row : null });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const id = param(params, "id");
  const fields = await readFields(request, criteriaPageForm);
  return answerRows(ctx, fields, {
    id,
    page: "criteria",
    schema: criteriaPageForm,
    draftOf: ({ criteria }, key) => {
      const row = criteria.find((each) => each.key === key);
      return row ? toCriterionDraft(row) : null;
    },
    run: (input) => changeCriteria(ctx, id, input),
  });
}

export default function Criteria() {
  const { microcredential, criteria, isDraft, row } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const intent = result?.initialValue?.intent;
  const typed = intent === "add" || intent === "change";
  return (
    <Page
      title="Criteria"
      lead={`What is judged for ${microcredential.title}, one by one.`}
      breadcrumbs={[
        { label: "Micro-credentials", to: "/coordinator/microcredentials" },
        { label: microcredential.title, to: `/coordinator/microcredentials/${microcredential.id}` },
      ]}
    >
      <Refused result={typed ? null : result} />
      {criteria.length === 0 ? (
        <EmptyState title="No criteria yet">
          <p>Name what somebody must show, and what it looks like when it is there.</p>
        </EmptyState>
      ) : (
        <ol className="grid gap-3">
          {criteria.map((criterion, index) => (
            <li key={criterion.key}>
              <CriterionCard criterion={criterion} level={2}>
                {isDraft ? <RowActions rowKey={criterion.key} title={criterion.title} isFirst={index === 0} /> : null}
              </CriterionCard>
            </li>
          ))}
        </ol>
      )}
      {isDraft ? (
        <Section title={row ? `Change ${row.title}` : "Add a criterion"}>
          <CriterionForm
            key={row?.key ?? criteria.length}
            lastResult={typed ? result : null}
            criterion={row}
            stale={staleIn(answer)}
          />
        </Section>
      ) : null}
    </Page>
  );
}
