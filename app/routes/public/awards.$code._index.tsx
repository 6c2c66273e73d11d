import { data, type HeadersFunction, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BadgeFigure, BadgeFiles } from "~/microcredentials/awards/BadgeFiles";
import { ShownEvidence } from "~/microcredentials/awards/ShownEvidence";
import { readShownAward } from "~/microcredentials/awards/shown-award.server";
import { VerificationSteps } from "~/microcredentials/awards/VerificationSteps";
import { SHARE_CARD } from "~/microcredentials/badges/badge-picture";
import { BadgeStandingNotice } from "~/microcredentials/badges/CheckedBadgeReport";
import { CriterionCard } from "~/microcredentials/definitions/DefinitionView";
import { getContext } from "~/people/roles/permission.server";
import { dayOf } from "~/platform/format";
import { param } from "~/platform/http/responses.server";
import { LinkButton } from "~/ui/Button";
import { Facts, Page, Section } from "~/ui/frame/Page";
import { Link } from "~/ui/Link";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => {
  if (!loaded) return [{ title: "Award · Hourbook" }];
  const { definition, holder, provider, address } = loaded;
  const title = `${holder}: ${definition.title}`;
  const card = `${address}/card.png`;
  return [
    { title: `${title} · Hourbook` },
    { name: "robots", content: "noindex" },
    { name: "description", content: definition.competency },
    { property: "og:type", content: "article" },
    { property: "og:title", content: title },
    { property: "og:description", content: `${definition.competency} Awarded by ${provider}.` },
    { property: "og:url", content: address },
    { property: "og:image", content: card },
    { property: "og:image:width", content: String(SHARE_CARD.width) },
    { property: "og:image:height", content: String(SHARE_CARD.height) },
    { property: "og:image:alt", content: `The badge ${definition.title}, held by ${holder}` },
    { name: "twitter:card", content: "summary_large_image" },
  ];
};

export const headers: HeadersFunction = () => ({ "X-Robots-Tag": "noindex", "Cache-Control": "private, no-store" });

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(await readShownAward(await getContext(request), param(params, "code")));
}

export default function ShownAward() {
  const shown = useLoaderData<typeof loader>();
  const { definition, holder, provider, badge, isMine, linkedIn, code } = shown;
  const own = isMine && linkedIn ? <LinkButton to={linkedIn}>Add to LinkedIn</LinkButton> : null;
  return (
    <Page title={definition.title} lead={`${holder} was awarded this micro-credential by ${provider}.`} actions={own}>
      {badge ? <BadgeStandingNotice standing={badge.standing} /> : null}
      <div className="grid gap-8 sm:grid-cols-[auto_minmax(0,1fr)]">
        {badge ? <BadgeFigure code={badge.code} title={definition.title} /> : null}
        <Facts
          items={[
            { label: "Competency", value: definition.competency },
            { label: "Held by", value: holder },
            { label: "Awarded by", value: provider },
            { label: "Awarded", value: dayOf(shown.awardedOn) },
            { label: "Valid until", value: shown.expiresOn ? dayOf(shown.expiresOn) : "For good" },
            {
              label: "Micro-credential",
              value: (
                <Link to={`/microcredentials/${shown.microcredentialId}`} className="link">
                  How it is earned
                </Link>
              ),
            },
          ]}
        />
      </div>
      {definition.criteria.length > 0 ? (
        <Section title="What was shown" description="Trained assessors found each of these demonstrated.">
          <ol className="grid gap-3">
            {definition.criteria.map((criterion) => (
              <li key={criterion.key}>
                <CriterionCard criterion={criterion} />
              </li>
            ))}
          </ol>
        </Section>
      ) : null}
      <ShownEvidence evidence={shown.evidence} pageCode={code} />
      {badge ? (
        <>
          <VerificationSteps steps={shown.steps} />
          <Section
            title="The badge"
            description="An Open Badge 3.0. Each file holds the signed credential: whoever gets it can check it without asking anybody."
          >
            <BadgeFiles code={badge.code} />
          </Section>
        </>
      ) : null}
      <Section title="This page" description="Scan it to open this page on another device.">
        <img src={shown.qr} alt="QR code of this page’s address" width={180} height={180} className="rounded-lg" />
      </Section>
    </Page>
  );
}
