import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getDefinitionPage } from "~/desks/microcredentials/definition-desk.server";
import { answerRows } from "~/desks/microcredentials/rubric-action.server";
import { evidencePageForm } from "~/microcredentials/definitions/definition-form";
import { toPartDraft } from "~/microcredentials/definitions/definition-draft";
import { EvidenceCard } from "~/microcredentials/definitions/DefinitionView";
import { EvidencePartForm } from "~/microcredentials/definitions/EvidencePartForm";
import { RowActions } from "~/microcredentials/definitions/RowActions";
import { changeEvidence } from "~/microcredentials/definitions/rubric.server";
import { listRefusedFiles } from "~/microcredentials/evidence/refused-files.server";
import { REFUSED_PARAMETER, RefusedFiles } from "~/microcredentials/evidence/RefusedFiles";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireRole } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { staleIn } from "~/platform/http/stale-form";
import { EmptyState, Page, Section } from "~/ui/frame/Page";
import { asksForAll } from "~/ui/lists/show-all";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Evidence");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { microcredential, definition, isDraft } = getDefinitionPage(ctx, param(params, "id"));
  const { searchParams } = new URL(request.url);
  const changed = searchParams.get("change");
  const row = definition.evidence.find(({ key }) => key === changed) ?? null;
  const { criteria, evidence } = definition;
  const refused = listRefusedFiles(ctx, microcredential.id, asksForAll(searchParams, REFUSED_PARAMETER));
  const { timeZone } = getHomeProvider(ctx.db);
  return data({ microcredential, criteria, evidence, isDraft, row: isDraft ? row : null, refused, timeZone });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const id = param(params, "id");
  const fields = await readFields(request, evidencePageForm);
  return answerRows(ctx, fields, {
    id,
    page: "evidence",
    schema: evidencePageForm,
    draftOf: ({ evidence }, key) => {
      const row = evidence.find((each) => each.key === key);
      return row ? toPartDraft(row) : null;
    },
    run: (input) =>
      changeEvidence(
        ctx,
        id,
        input.intent === "add" || input.intent === "change" ? { ...input, required: input.required === "on" } : input,
      ),
  });
}

export default function Evidence() {
  const { microcredential, criteria, evidence, isDraft, row, refused, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const intent = result?.initialValue?.intent;
  const typed = intent === "add" || intent === "change";
  return (
    <Page
      title="Evidence"
      lead={`What a portfolio for ${microcredential.title} holds.`}
      breadcrumbs={[
        { label: "Micro-credentials", to: "/coordinator/microcredentials" },
        { label: microcredential.title, to: `/coordinator/microcredentials/${microcredential.id}` },
      ]}
    >
      <Refused result={typed ? null : result} />
      {evidence.length === 0 ? (
        <EmptyState title="Nothing is asked for yet">
          <p>Ask for little: what somebody does in practice anyway shows most.</p>
        </EmptyState>
      ) : (
        <ol className="grid gap-3">
          {evidence.map((part, index) => (
            <li key={part.key}>
              <EvidenceCard part={part} criteria={criteria} level={2}>
                {isDraft ? <RowActions rowKey={part.key} title={part.title} isFirst={index === 0} /> : null}
              </EvidenceCard>
            </li>
          ))}
        </ol>
      )}
      {isDraft ? (
        <Section title={row ? `Change ${row.title}` : "Add a part"}>
          <EvidencePartForm
            key={row?.key ?? evidence.length}
            lastResult={typed ? result : null}
            part={row}
            criteria={criteria}
            stale={staleIn(answer)}
          />
        </Section>
      ) : null}
      <RefusedFiles files={refused} timeZone={timeZone} />
    </Page>
  );
}
