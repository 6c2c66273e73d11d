import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { AwardPageForm } from "~/microcredentials/awards/AwardPageForm";
import { myAwardForm } from "~/microcredentials/awards/award-page-form";
import { AwardHistory } from "~/microcredentials/awards/AwardHistory";
import { AwardNotices } from "~/microcredentials/awards/AwardNotices";
import { linkedInAddress } from "~/microcredentials/awards/award-page";
import {
  AWARD_PAGE_REFUSALS,
  findMyAward,
  getMyAward,
  renewMyBadge,
  saveAwardPage,
} from "~/microcredentials/awards/award-page.server";
import { BadgeFigure, BadgeFiles } from "~/microcredentials/awards/BadgeFiles";
import { badgeAddresses } from "~/microcredentials/badges/badge-address";
import { AwardStatus } from "~/microcredentials/portfolios/PortfolioStatus";
import { requireEducator } from "~/people/roles/permission.server";
import { origin } from "~/platform/env.server";
import { dayOf, formatDate } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { dateOf } from "~/platform/time/time-zone";
import { LinkButton } from "~/ui/Button";
import { Facts, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.title ?? "Award");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = getMyAward(await requireEducator(request), param(params, "id"));
  const { award, badge, page, title, provider, timeZone } = found;
  const address = page?.isPublic ? badgeAddresses(origin).awardPage(page.code) : null;
  const expiresOn = award.expiresAt === null ? null : dateOf(award.expiresAt, timeZone);
  const linkedIn =
    address && badge
      ? linkedInAddress({ title, provider, awardedOn: award.awardedOn, expiresOn, code: badge.code, page: address })
      : null;
  return data({ ...found, address, linkedIn });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const awardId = param(params, "id");
  if (!findMyAward(ctx.db, ctx, awardId)) throw notFound();
  const form = await readForm(request, myAwardForm);
  if (!form.ok) return form.reply;
  const back = `/portfolios/awards/${awardId}`;
  if (form.value.intent === "renew-badge") {
    const outcome = once(ctx, `badge ${awardId}`, form.once, () => renewMyBadge(ctx, awardId));
    if (!outcome.ok) return form.refuse(AWARD_PAGE_REFUSALS[outcome.reason]);
    throw await redirectWithToast(back, "A new badge is being signed. Use the new file from now on.");
  }
  const { isPublic, inBadge, intent: _intent, ...choice } = form.value;
  const input = { awardId, ...choice, isPublic: isPublic === "on", inBadge: inBadge === "on" };
  const outcome = once(ctx, `award page ${awardId}`, form.once, () => saveAwardPage(ctx, input));
  if (!outcome.ok) return form.refuse(AWARD_PAGE_REFUSALS[outcome.reason]);
  const said = outcome.value.isPublic ? "Your page is on." : "Your page is off: nobody sees it.";
  throw await redirectWithToast(back, outcome.value.isReplaced ? `${said} A new badge is being signed.` : said);
}

export default function MyAward() {
  const { award, title, provider, timeZone, standing, badge, outdated, page, evidence, history, address, linkedIn } =
    useLoaderData<typeof loader>();
  const lastResult = useActionData<typeof action>()?.result;
  return (
    <Page
      title={title}
      lead={`Awarded to you by ${provider}`}
      breadcrumbs={[{ label: "My micro-credentials", to: "/portfolios" }]}
      actions={linkedIn ? <LinkButton to={linkedIn}>Add to LinkedIn</LinkButton> : null}
    >
      <Refused result={lastResult} />
      <AwardNotices standing={standing} outdated={outdated} isSigned={badge?.isSigned ?? false} history={history} />
      <div className="grid gap-8 sm:grid-cols-[auto_minmax(0,1fr)]">
        {badge?.isSigned ? <BadgeFigure code={badge.code} title={title} /> : null}
        <Facts
          items={[
            { label: "Status", value: <AwardStatus standing={standing} /> },
            { label: "Awarded", value: dayOf(award.awardedOn) },
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
        <AwardPageForm
          key={page?.revision ?? 0}
          evidence={evidence}
          page={page}
          lastResult={lastResult?.initialValue?.intent === "page" ? lastResult : undefined}
        />
      </Section>
      <AwardHistory history={history} timeZone={timeZone} />
    </Page>
  );
}
