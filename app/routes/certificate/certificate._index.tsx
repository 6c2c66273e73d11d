import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireEducator } from "~/people/roles/permission.server";
import { formatHours, longDayOf } from "~/platform/format";
import { readForm } from "~/platform/http/form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { pageTitle } from "~/platform/http/page-title";
import { LadderView } from "~/renewal/ladder/LadderView";
import { getCertificatePage } from "~/renewal/progress/certificate-page.server";
import { CycleTimeline } from "~/renewal/progress/CycleTimeline";
import { HeldCertificates } from "~/renewal/progress/HeldCertificates";
import { RequirementBars } from "~/renewal/progress/RequirementBars";
import { SourceTable } from "~/renewal/progress/SourceTable";
import { sharingForm } from "~/renewal/sharing/sharing-form";
import { listMyShares, shareRenewal, stopSharing } from "~/renewal/sharing/sharing.server";
import { SharingSection } from "~/renewal/sharing/SharingSection";
import { Refused } from "~/ui/Refused";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("My certificate");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return data({ ...getCertificatePage(ctx), shares: listMyShares(ctx) });
}

/** Shows what the renewal takes to HR of a workplace, or no longer does. */
export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const form = await readForm(request, sharingForm);
  if (!form.ok) return form.reply;
  const { intent, organisation } = form.value;
  if (intent === "stop-sharing") {
    stopSharing(ctx, organisation);
    throw await redirectWithToast("/certificate", "HR no longer sees it.");
  }
  const shared = shareRenewal(ctx, organisation);
  if (!shared.ok) return form.refuse("You do not work there today, as far as your profile says.");
  throw await redirectWithToast("/certificate", "HR sees it from now on.");
}

export default function MyCertificate() {
  const { held, progress, ladder, enteredLastDay, shares } = useLoaderData<typeof loader>();
  const answer = progress?.answer ?? ladder?.answer;
  return (
    <Page
      title="My certificate"
      lead={answer ? <strong className="text-xl text-ink">{answer}</strong> : undefined}
      actions={
        held.length > 0 || ladder ? (
          <>
            <LinkButton to="/certificate/growth-plans" variant="secondary">
              Growth plans
            </LinkButton>
            <LinkButton to="/certificate/elsewhere" variant="secondary">
              Hours from elsewhere
            </LinkButton>
            {held.length > 0 ? (
              <LinkButton to="/certificate/papers" variant="secondary">
                What your papers say
              </LinkButton>
            ) : null}
            {progress ? (
              <LinkButton to="/certificate/application" variant="secondary">
                For my application
              </LinkButton>
            ) : null}
          </>
        ) : null
      }
    >
      <Refused result={useActionData<typeof action>()?.result} />
      {progress ? (
        <>
          <Section
            title="What you need"
            description={`Hours count from ${longDayOf(progress.window.from)}. ${sayBasis(progress.selfReported)}`}
            actions={
              progress.met ? null : <LinkButton to="/certificate/what-if">Try what would close the gap</LinkButton>
            }
          >
            <RequirementBars requirements={progress.requirements} />
          </Section>
          <Section title="Year by year">
            <CycleTimeline years={progress.years} sources={progress.sources} />
          </Section>
          <Section title="Your hours, and what they count to">
            <SourceTable sources={progress.sources} />
          </Section>
        </>
      ) : null}
      {ladder ? (
        <Section title="The paraeducators’ ladder" description={progress ? ladder.answer : undefined}>
          <LadderView ladder={ladder} />
        </Section>
      ) : null}
      {held.length === 0 ? (
        <EmptyState
          title={ladder ? "Do you hold a certificate already?" : "Will your certificate renew?"}
          action={<LinkButton to="/certificate/papers/new">Enter your certificate</LinkButton>}
        >
          {enteredLastDay ? <p>You entered {longDayOf(enteredLastDay)} as its last day.</p> : null}
          <p>
            {ladder
              ? "Say once what the paper says, and find it here with its dates."
              : "Say once what the paper says. From then on this page tells what you still need, and by when."}
          </p>
        </EmptyState>
      ) : (
        <Section
          title="What you hold"
          actions={
            progress ? (
              <LinkButton to="/certificate/calendar" variant="secondary" size="sm" reloadDocument>
                Put the last day in my calendar
              </LinkButton>
            ) : null
          }
        >
          <HeldCertificates held={held} />
        </Section>
      )}
      {progress ? <SharingSection shares={shares} /> : null}
    </Page>
  );
}

/** On what the bars rest. */
const sayBasis = (selfReported: number): string =>
  selfReported > 0
    ? `${formatHours(selfReported)} of those below are self-reported: nobody has checked them.`
    : "Each of those below was posted or checked by somebody.";
