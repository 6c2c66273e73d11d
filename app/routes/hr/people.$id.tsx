import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { IssuedDocuments } from "~/documents/issuing/IssuedDocuments";
import { DegreeSection } from "~/hr/local-rules/DegreeSection";
import { NoteSection } from "~/hr/notes/NoteSection";
import { AffiliationLine } from "~/hr/people/AffiliationLine";
import { toDistrictCredit } from "~/hr/people/district-credit";
import { DistrictCredits } from "~/hr/people/DistrictCredits";
import { districtPersonForm } from "~/hr/people/district-person-form";
import { runPersonForm } from "~/hr/people/person-action.server";
import { getDistrictPerson } from "~/hr/people/person.server";
import { Timeline } from "~/hr/people/Timeline";
import { AcceptedSubmissions } from "~/hr/submitted/AcceptedSubmissions";
import { AwardTable } from "~/microcredentials/awards/AwardTable";
import { requireRole } from "~/people/roles/permission.server";
import { formatHours, formatQuarterCredits } from "~/platform/format";
import { LadderView } from "~/renewal/ladder/LadderView";
import { nextInWords } from "~/renewal/ladder/ladder-words";
import { RequirementBars } from "~/renewal/progress/RequirementBars";
import { OutsideTable } from "~/renewal/outside/OutsideTable";
import { readFields } from "~/platform/http/form.server";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { Facts, Page, Section, Stat, StatRow } from "~/ui/frame/Page";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? "Person"} · Hourbook` }];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { credits, flags, ...person } = getDistrictPerson(
    ctx,
    param(params, "id"),
    Number(new URL(request.url).searchParams.get("page")),
  );
  return {
    ...person,
    minutes: credits.reduce((sum, credit) => sum + credit.minutes, 0),
    credits: credits.map((credit) => toDistrictCredit(credit, person.affiliations, flags)),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const personId = param(params, "id");
  const answer = runPersonForm(ctx, personId, await readFields(request, districtPersonForm));
  if (answer.reply) return answer.reply;
  throw await redirectWithToast(`/hr/people/${personId}${answer.at}`, answer.told);
}

export default function DistrictPersonPage() {
  const person = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Page
      title={person.name}
      breadcrumbs={[{ label: "People of my district", to: "/hr" }]}
      lead="What was completed while this person belonged to you. Looking at this page is recorded."
      actions={
        <LinkButton to="#timeline" variant="secondary">
          Timeline
        </LinkButton>
      }
    >
      <Facts
        items={[
          { label: "Former names", value: person.formerNames.join("; ") },
          { label: "Certificate number", value: person.certificateNumber ?? "Not on file" },
          ...person.affiliations.map((affiliation) => ({
            label: affiliation.organisation,
            value: <AffiliationLine key={affiliation.id} affiliation={affiliation} />,
          })),
        ]}
      />
      <StatRow>
        <Stat
          label="Clock hours"
          value={formatHours(person.minutes)}
          hint={
            person.credits.some(({ isSubmitted }) => isSubmitted) ? "while with you, or submitted" : "while with you"
          }
        />
        <Stat label="Quarter credits" value={formatQuarterCredits(person.minutes)} />
        <Stat label="Courses" value={person.credits.length} />
      </StatRow>
      <NoteSection notes={person.notes} districts={person.districts} timeZone={person.timeZone} answer={answer} />
      <Section id="hours" title="Clock hours">
        <DistrictCredits credits={person.credits} />
      </Section>
      {person.renewal ? (
        <Section
          title="Renewal of the certificate"
          description="Shown to you by the person, who can end that at any time."
        >
          <p className="font-semibold">{aboutThem(person.renewal.answer)}</p>
          <RequirementBars requirements={person.renewal.requirements} />
        </Section>
      ) : null}
      {person.ladder ? (
        <Section
          title="The paraeducators’ ladder"
          description={`By the hours completed with you. ${nextInWords(person.ladder)}`}
        >
          <LadderView ladder={person.ladder} />
        </Section>
      ) : null}
      {person.degrees.map((degree) => (
        <DegreeSection
          key={degree.organisationId}
          degree={degree}
          named={person.degrees.length > 1}
          timeZone={person.timeZone}
          answer={answer}
        />
      ))}
      {person.awards.length > 0 ? (
        <Section title="Micro-credentials" description="What was awarded while this person belonged to you.">
          <AwardTable awards={person.awards} />
        </Section>
      ) : null}
      {person.outside.length > 0 ? (
        <Section
          title="From elsewhere: not verified clock hours"
          description="Entered by the person for their renewal, and no part of the hours above. Each says who vouches for it."
        >
          <OutsideTable rows={person.outside} />
        </Section>
      ) : null}
      <AcceptedSubmissions submissions={person.submitted} timeZone={person.timeZone} />
      {person.transcripts.length > 0 ? (
        <Section title="Transcripts" description="Issued transcripts that hold nothing from outside your dates.">
          <IssuedDocuments caption="Transcripts" documents={person.transcripts} timeZone={person.timeZone} />
        </Section>
      ) : null}
      <Timeline timeline={person.timeline} />
    </Page>
  );
}

/** The first line of somebody's own page, as others read it. */
const aboutThem = (answer: string): string => answer.replaceAll("You need", "Needs").replaceAll("You have", "Has");
