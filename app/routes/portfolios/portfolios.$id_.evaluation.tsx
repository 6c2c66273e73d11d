import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { evaluationForm } from "~/credits/claims/claim-form";
import { EvaluationForm } from "~/credits/claims/ClaimForms";
import { FEEDBACK_REFUSALS, findUnsaid, sayHowJudged } from "~/microcredentials/feedback/feedback.server";
import { ASSESSMENT_QUESTIONS } from "~/microcredentials/feedback/questions";
import { getMyPortfolio } from "~/microcredentials/portfolios/portfolio.server";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("How you were judged");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const { portfolio, microcredential } = getMyPortfolio(ctx, param(params, "id"));
  if (!findUnsaid(ctx.db, portfolio.id)) throw redirect(`/portfolios/${portfolio.id}`);
  return data({ id: portfolio.id, title: microcredential.title });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const portfolioId = param(params, "id");
  const form = await readForm(request, evaluationForm(ASSESSMENT_QUESTIONS));
  if (!form.ok) return form.reply;
  const { intent: _intent, ...answers } = form.value;
  const outcome = once(ctx, `evaluation of ${portfolioId}`, form.once, () =>
    sayHowJudged(ctx, { portfolioId, answers: answers }),
  );
  if (!outcome.ok && outcome.reason === "unknown-portfolio") throw notFound();
  if (!outcome.ok) return form.refuse(FEEDBACK_REFUSALS[outcome.reason]);
  throw await redirectWithToast(`/portfolios/${portfolioId}`, "Thank you. Nobody sees who said it.");
}

export default function HowJudged() {
  const { id, title } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  return (
    <Page
      title="How you were judged"
      lead="Your answers are kept without your name, and shown at least five at a time. They change nothing about the decision."
      breadcrumbs={[
        { label: "My micro-credentials", to: "/portfolios" },
        { label: title, to: `/portfolios/${id}` },
      ]}
      width="narrow"
    >
      <Refused result={result} />
      <EvaluationForm questions={[...ASSESSMENT_QUESTIONS]} lastResult={result} />
    </Page>
  );
}
