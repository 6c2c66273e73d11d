import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PORTFOLIO_FIELDS, PORTFOLIO_SAID, runPortfolioAction } from "~/desks/microcredentials/portfolio-action.server";
import { ScoreTable } from "~/microcredentials/assessment/ScoreTable";
import { listScoresForAuthor } from "~/microcredentials/assessment/scores-for-author.server";
import { listPending } from "~/microcredentials/evidence/upload.server";
import { EvidenceSections } from "~/microcredentials/portfolios/EvidenceSections";
import { portfolioPageForm } from "~/microcredentials/portfolios/portfolio-form";
import { findMyPortfolio, getMyPortfolio } from "~/microcredentials/portfolios/portfolio.server";
import { isWritable } from "~/microcredentials/portfolios/portfolio-status";
import { findUnsaid } from "~/microcredentials/feedback/feedback.server";
import { PracticeConsent } from "~/microcredentials/practice/PracticeConsent";
import { PortfolioStatus } from "~/microcredentials/portfolios/PortfolioStatus";
import { PORTFOLIO_REFUSALS } from "~/microcredentials/portfolios/refusal";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { requireEducator } from "~/people/roles/permission.server";
import { evidenceLimits } from "~/platform/env.server";
import { formatDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { ConfirmDialog } from "~/ui/Dialog";
import { Notice, Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) =>
  pageTitle(loaded?.microcredential.title ?? "Portfolio");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const found = getMyPortfolio(ctx, param(params, "id"));
  const { timeZone } = getHomeProvider(ctx.db);
  const uploads = listPending(ctx.db, found.portfolio.id);
  return data({
    ...found,
    uploads,
    most: evidenceLimits.file,
    timeZone,
    isUnsaid: findUnsaid(ctx.db, found.portfolio.id) !== null,
    scores: listScoresForAuthor(ctx.db, found.portfolio.id, found.definition),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const id = param(params, "id");
  if (!findMyPortfolio(ctx.db, ctx, id)) throw notFound();
  const form = await readForm(request, portfolioPageForm);
  if (!form.ok) return form.reply;
  const { intent } = form.value;
  const outcome = await runPortfolioAction(ctx, id, form.value, form.once);
  if (!outcome.ok) return form.refuse(PORTFOLIO_REFUSALS[outcome.reason], PORTFOLIO_FIELDS[intent]);
  throw await redirectWithToast(`/portfolios/${id}`, PORTFOLIO_SAID[intent]);
}

const AT_PARTS: readonly unknown[] = ["save-part", "add-file", "submit"];

export default function Portfolio() {
  const {
    portfolio,
    microcredential,
    definition,
    content,
    revisions,
    settled,
    uploads,
    most,
    scores,
    timeZone,
    forPractice,
    isUnsaid,
  } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const sent = result?.initialValue;
  const { status, promisedAt } = portfolio;
  const writable = isWritable(status);
  return (
    <Page
      title={microcredential.title}
      lead={
        <span className="flex flex-wrap items-center gap-x-3">
          <PortfolioStatus status={status} />
          {promisedAt === null ? "" : `Decision promised by ${formatDate(promisedAt, timeZone)}`}
        </span>
      }
      breadcrumbs={[{ label: "My micro-credentials", to: "/portfolios" }]}
    >
      <Refused result={AT_PARTS.includes(sent?.intent) ? null : result} />
      <ScoreTable scores={scores} />
      {isUnsaid ? (
        <Notice
          tone="info"
          title="How were you judged?"
          action={<LinkButton to={`/portfolios/${portfolio.id}/evaluation`}>Say how it was</LinkButton>}
        >
          <p>Four short questions, kept without your name.</p>
        </Notice>
      ) : null}
      <EvidenceSections
        {...{ definition, content, revisions, settled, uploads, most }}
        portfolioId={portfolio.id}
        isWritable={writable}
        result={result}
      />
      {forPractice === null ? null : <PracticeConsent allows={forPractice} />}
      <div className="flex flex-wrap gap-3">
        {status === "submitted" ? (
          <ConfirmDialog
            trigger="Take it back"
            title="Take your portfolio back?"
            confirmLabel="Take it back"
            confirmVariant="primary"
            intent="take-back"
          >
            <p>Nobody reads it yet. You can change it and hand it in again; the promise then counts from that day.</p>
          </ConfirmDialog>
        ) : null}
        {writable ? (
          <ConfirmDialog
            trigger="Give it up"
            title="Give this portfolio up?"
            confirmLabel="Give it up"
            intent="abandon"
          >
            <p>It stays on record, and nobody judges it. You can begin anew.</p>
          </ConfirmDialog>
        ) : null}
      </div>
    </Page>
  );
}
