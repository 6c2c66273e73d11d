import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireEducator } from "~/people/roles/permission.server";
import { formatHours, longDayOf } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { LadderView } from "~/renewal/ladder/LadderView";
import { getCertificatePage } from "~/renewal/progress/certificate-page.server";
import { CycleTimeline } from "~/renewal/progress/CycleTimeline";
import { HeldCertificates } from "~/renewal/progress/HeldCertificates";
import { RequirementBars } from "~/renewal/progress/RequirementBars";
import { SourceTable } from "~/renewal/progress/SourceTable";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("My certificate");

export async function loader({ request }: LoaderFunctionArgs) {
  return data(getCertificatePage(await requireEducator(request)));
}

export default function MyCertificate() {
  const { held, progress, ladder, enteredLastDay } = useLoaderData<typeof loader>();
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
          </>
        ) : null
      }
    >
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
        <Section title="What you hold">
          <HeldCertificates held={held} />
        </Section>
      )}
    </Page>
  );
}

/** On what the bars rest. */
const sayBasis = (selfReported: number): string =>
  selfReported > 0
    ? `${formatHours(selfReported)} of those below are self-reported: nobody has checked them.`
    : "Each of those below was posted or checked by somebody.";
