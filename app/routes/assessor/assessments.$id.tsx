import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getAssessment } from "~/desks/microcredentials/assessor-desk.server";
import { handBack, scoreSubmission } from "~/microcredentials/assessment/assess.server";
import { assessmentPageForm } from "~/microcredentials/assessment/assessment-form";
import { ASSESSMENT_REFUSALS } from "~/microcredentials/assessment/refusal";
import { HandBackFields } from "~/microcredentials/assessment/HandBackFields";
import { ScoreForm } from "~/microcredentials/assessment/ScoreForm";
import { EMPTY_PART } from "~/microcredentials/portfolios/portfolio";
import { Files, Given } from "~/microcredentials/portfolios/PartCard";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { ConfirmDialog } from "~/ui/Dialog";
import { Card, Notice, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.title ?? "Assessment");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getAssessment(await requireRole(request, "assessor"), param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "assessor");
  const assessmentId = param(params, "id");
  const form = await readForm(request, assessmentPageForm);
  if (!form.ok) return form.reply;
  const input = form.value;
  const outcome = once(ctx, `assessment ${assessmentId}`, form.once, () =>
    input.intent === "score"
      ? scoreSubmission(ctx, { assessmentId, scores: input.scores, second: input.second ? input.secondReason : null })
      : handBack(ctx, { assessmentId, reason: input.reason, words: input.words }),
  );
  if (!outcome.ok && outcome.reason === "unknown-assessment") throw notFound();
  if (!outcome.ok) return form.refuse(ASSESSMENT_REFUSALS[outcome.reason]);
  throw await redirectWithToast(
    "/assessor",
    input.intent === "score" ? "Your scores are handed in." : "It is back in the queue.",
  );
}

export default function Assessment() {
  const { title, criteria, evidence, content, candidate, conflicts, canAskSecond } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const scoring = result?.initialValue?.intent === "score";
  return (
    <Page
      title={title}
      lead={candidate ?? "Read without a name. Hand it back if you recognise who wrote it."}
      breadcrumbs={[{ label: "To read", to: "/assessor" }]}
      actions={
        <ConfirmDialog
          trigger="Hand it back"
          title="Hand this back to the queue?"
          confirmLabel="Hand it back"
          intent="hand-back"
        >
          <HandBackFields />
        </ConfirmDialog>
      }
    >
      <Refused result={scoring ? null : result} />
      {conflicts.length > 0 ? (
        <Notice tone="attention" title="There may be a conflict of interest">
          <p>{conflicts.join(" ")} Hand it back if you know each other.</p>
        </Notice>
      ) : null}
      <Section title="Evidence">
        <ol className="grid gap-4">
          {evidence.map((part) => (
            <li key={part.key}>
              <Card className="grid gap-2">
                <h3 className="text-lg font-semibold">{part.title}</h3>
                <p className="text-soft">{part.words}</p>
                <Files content={content[part.key] ?? EMPTY_PART} isOpen={false} />
                <Given part={part} content={content[part.key] ?? EMPTY_PART} />
              </Card>
            </li>
          ))}
        </ol>
      </Section>
      <Section title="Scores" description="All of them have to be demonstrated.">
        <ScoreForm criteria={criteria} lastResult={scoring ? result : null} canAskSecond={canAskSecond} />
      </Section>
    </Page>
  );
}
