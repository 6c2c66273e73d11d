import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AwardPageForm } from "~/microcredentials/awards/AwardPageForm";
import { myAwardForm } from "~/microcredentials/awards/award-page-form";
import { AwardHistory } from "~/microcredentials/awards/AwardHistory";
import { AwardNotices } from "~/microcredentials/awards/AwardNotices";
import { findMyAward } from "~/microcredentials/awards/award-page.server";
import { HoursSection } from "~/desks/microcredentials/HoursSection";
import { readMyAward } from "~/desks/microcredentials/my-award.server";
import { runMyAwardAction } from "~/desks/microcredentials/my-award-action.server";
import { BadgeFigure, BadgeFiles } from "~/microcredentials/awards/BadgeFiles";
import { AwardStatus } from "~/microcredentials/portfolios/PortfolioStatus";
import { requireEducator } from "~/people/roles/permission.server";
import { formatDate, formatPlainDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { Facts, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { Link } from "~/ui/Link";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.title ?? "Award");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(readMyAward(await requireEducator(request), param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const awardId = param(params, "id");
  if (!findMyAward(ctx.db, ctx, awardId)) throw notFound();
  const form = await readForm(request, myAwardForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, `award ${awardId}`, form.once, () => runMyAwardAction(ctx, awardId, form.value));
  if (!outcome.ok) return form.refuse(outcome.words);
  throw await redirectWithToast(`/portfolios/awards/${awardId}`, outcome.said);
}

export default function MyAward() {
  const {
    award,
    title,
    provider,
    timeZone,
    standing,
    badge,
    outdated,
    page,
    evidence,
    history,
    expiring,
    address,
    linkedIn,
    hours,
  } = useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.result;
  const sentBy = (intent: string) => (lastResult?.initialValue?.intent === intent ? lastResult : undefined);
  return (
    <Page
      title={title}
      lead={`Awarded to you by ${provider}`}
      breadcrumbs={[{ label: "My micro-credentials", to: "/portfolios" }]}
      actions={linkedIn ? <LinkButton to={linkedIn}>Add to LinkedIn</LinkButton> : null}
    >
      <Refused result={lastResult} />
      <AwardNotices
        {...{ standing, outdated, expiring, history }}
        isSigned={badge?.isSigned ?? false}
        microcredentialId={award.microcredentialId}
      />
      <div className="grid gap-8 sm:grid-cols-[auto_minmax(0,1fr)]">
        {badge?.isSigned ? <BadgeFigure code={badge.code} title={title} /> : null}
        <Facts
          items={[
            { label: "Status", value: <AwardStatus standing={standing} /> },
            { label: "Awarded", value: formatPlainDate(award.awardedOn) },
            {
              label: "Valid until",
              value: award.expiresAt === null ? "For good" : formatDate(award.expiresAt, timeZone),
            },
            {
              label: "Portfolio",
              value: award.portfolioId ? (
                <Link to={`/portfolios/${award.portfolioId}`} className="link">
                  See your evidence and scores
                </Link>
              ) : (
                "A stack: awarded for its parts"
              ),
            },
          ]}
        />
      </div>
      {badge?.isSigned ? (
        <Section
          title="Your badge"
          description="An Open Badge 3.0. Each file holds the signed credential. Your name and e-mail address stand in it as hashes only."
        >
          <BadgeFiles code={badge.code} />
        </Section>
      ) : null}
      {hours ? <HoursSection hours={hours} timeZone={timeZone} lastResult={sentBy("claim-hours")} /> : null}
      <Section
        title="Your public page"
        description={
          address ? (
            <a href={address} className="link break-all">
              {address}
            </a>
          ) : (
            "It is off: nobody but you sees this award here."
          )
        }
      >
        <AwardPageForm key={page?.revision ?? 0} evidence={evidence} page={page} lastResult={sentBy("page")} />
      </Section>
      <AwardHistory history={history} timeZone={timeZone} />
    </Page>
  );
}
