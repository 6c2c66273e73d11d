import type { ReactNode } from "react";
import { AffiliationList } from "~/people/affiliations/AffiliationList";
import { ReaderList } from "~/people/persons/ReaderList";
import { RoleSection } from "~/people/roles/RoleSection";
import type { useServerForm } from "~/ui/fields/form";
import { type Tab, Tabs } from "~/ui/frame/Tabs";
import { AccountSection } from "./AccountSection";
import { ActivitySection } from "./ActivitySection";
import { CorrectionForms } from "./CorrectionForms";
import { AwardTable } from "~/microcredentials/awards/AwardTable";
import { Section } from "~/ui/frame/Page";
import { AttendanceSection, ClaimsSection, CreditsSection, RegistrationsSection } from "./CourseSections";
import { NoteSection } from "./NoteSection";
import { DocumentsSection, InvoicesSection, MailsSection } from "./PaperSections";
import type { PersonPage } from "./person-page.server";
import { addressOfView, type PersonView, viewsFor } from "./person-view";
import { RecordSection } from "./RecordSection";
import { RegisterForm } from "./RegisterForm";
import { WorkplaceSection } from "./WorkplaceSection";
import { WriteForm } from "./WriteForm";

interface PartProps {
  person: PersonPage;
  /** What the action answered to the form with this intent. */
  resultOf: (intent: string) => Parameters<typeof useServerForm>[0]["lastResult"];
}

/** What forms without fields of their own ask for: where they are refused, it is said at the top of the page. */
export const BARE_INTENTS = [
  ...["clear-fault", "send-reset", "lock", "unlock", "close", "reopen"],
  ...["revoke", "confirm", "disown", "take-back", "take-back-note"],
];

const LABELS: Record<PersonView, string> = {
  overview: "Overview",
  courses: "Courses",
  hours: "Hours",
  papers: "Papers",
  mails: "Mails",
  roles: "Roles",
  activity: "Activity",
};

const COUNTS: Partial<Record<PersonView, (person: PersonPage) => number | undefined>> = {
  courses: ({ registrations }) => registrations.total,
  hours: ({ claims, credits }) => claims?.total ?? credits?.total,
  papers: ({ documents, invoices }) => (documents?.total ?? 0) + (invoices?.total ?? 0),
  mails: ({ mails }) => mails?.total,
  roles: ({ administration }) => administration?.grants.length,
  activity: ({ activity }) => activity.total,
};

/** The views of a person's page, each with how much there is. */
export function PersonTabs({ person, view }: { person: PersonPage; view: PersonView }) {
  const tabs = viewsFor(person).map((each): Tab => {
    const count = COUNTS[each]?.(person);
    const tab = { label: LABELS[each], to: addressOfView(person.id, each), current: each === view };
    return count === undefined ? tab : { ...tab, count };
  });
  return <Tabs label="Views of this person" tabs={tabs} />;
}

const VIEWS: Record<PersonView, (props: PartProps) => ReactNode> = {
  overview: Overview,
  courses: Courses,
  hours: Hours,
  papers: Papers,
  mails: Mails,
  roles: Roles,
  activity: Activity,
};

/** What one view shows and lets this reader do; each part knows its own scope. */
export function PersonParts({ view, ...props }: PartProps & { view: PersonView }) {
  const Parts = VIEWS[view];
  return <Parts {...props} />;
}

function Overview({ person, resultOf }: PartProps) {
  const { record, rights, account, timeZone, written, scope } = person;
  return (
    <>
      <RecordSection record={record} account={account} timeZone={timeZone}>
        <CorrectionForms record={record} rights={rights} account={account} resultOf={resultOf} />
      </RecordSection>
      {rights.reach ? <AccountSection {...person} resultOf={resultOf} /> : null}
      {written ? (
        <NoteSection
          written={written}
          everything={scope.everything}
          timeZone={timeZone}
          lastResult={resultOf("add-note")}
        />
      ) : null}
      <Workplaces person={person} />
    </>
  );
}

function Workplaces({ person: { id, affiliations, administration } }: Pick<PartProps, "person">) {
  if (!affiliations) return null;
  if (administration) return <AffiliationList affiliations={affiliations} personId={id} />;
  return <WorkplaceSection affiliations={affiliations} />;
}

function Courses({ person, resultOf }: PartProps) {
  const { scope, registrations, attendance, registerOptions } = person;
  return (
    <>
      <RegistrationsSection scope={scope} registrations={registrations}>
        {registerOptions ? (
          <RegisterForm key={registrations.total} options={registerOptions} lastResult={resultOf("register")} />
        ) : null}
      </RegistrationsSection>
      <AttendanceSection scope={scope} attendance={attendance} />
    </>
  );
}

function Hours({ person: { scope, claims, credits, awards } }: PartProps) {
  return (
    <>
      {claims ? <ClaimsSection scope={scope} claims={claims} /> : null}
      {credits ? <CreditsSection scope={scope} credits={credits} /> : null}
      {awards.length > 0 ? (
        <Section title="Micro-credentials">
          <AwardTable awards={awards} />
        </Section>
      ) : null}
    </>
  );
}

function Papers({ person: { scope, timeZone, documents, invoices } }: PartProps) {
  return (
    <>
      {documents ? <DocumentsSection {...{ scope, timeZone, documents }} /> : null}
      {invoices ? <InvoicesSection {...{ scope, timeZone, invoices }} /> : null}
    </>
  );
}

function Mails({ person, resultOf }: PartProps) {
  const { scope, timeZone, mails, written, record } = person;
  if (!mails || !written) return null;
  return (
    <MailsSection {...{ scope, timeZone, mails }} personId={person.id} email={record.contact?.email ?? null}>
      <WriteForm {...{ written, timeZone }} everything={scope.everything} lastResult={resultOf("write")} />
    </MailsSection>
  );
}

function Roles({ person: { administration, name, timeZone }, resultOf }: PartProps) {
  if (!administration) return null;
  const { grants, providers, organisations } = administration;
  return (
    <RoleSection
      personName={name}
      timeZone={timeZone}
      lastResult={resultOf("grant")}
      {...{ grants, providers, organisations }}
    />
  );
}

function Activity({ person: { scope, timeZone, activity, administration } }: PartProps) {
  return (
    <>
      <ActivitySection {...{ scope, timeZone, activity }} />
      {administration ? <ReaderList readers={administration.readers} timeZone={timeZone} /> : null}
    </>
  );
}
