import { AffiliationList } from "~/people/affiliations/AffiliationList";
import { ReaderList } from "~/people/persons/ReaderList";
import { RoleSection } from "~/people/roles/RoleSection";
import type { useServerForm } from "~/ui/fields/form";
import type { Part } from "~/ui/frame/Contents";
import { AccountSection } from "./AccountSection";
import { ActivitySection } from "./ActivitySection";
import { CorrectionForms } from "./CorrectionForms";
import { AttendanceSection, ClaimsSection, CreditsSection, RegistrationsSection } from "./CourseSections";
import { NoteSection } from "./NoteSection";
import { DocumentsSection, InvoicesSection, MailsSection } from "./PaperSections";
import type { PersonPage } from "./person-page.server";
import { RecordSection } from "./RecordSection";
import { RegisterForm } from "./RegisterForm";
import { WorkplaceSection } from "./WorkplaceSection";
import { WriteForm } from "./WriteForm";

interface PersonPartsProps {
  person: PersonPage;
  /** What the action answered to the form with this intent. */
  resultOf: (intent: string) => Parameters<typeof useServerForm>[0]["lastResult"];
}

/** What forms without fields of their own ask for: where they are refused, it is said at the top of the page. */
export const BARE_INTENTS = [
  ...["clear-fault", "send-reset", "lock", "unlock", "close", "reopen"],
  ...["revoke", "confirm", "disown", "take-back", "take-back-note"],
];

/** What stands on a person's page for this reader, in its order. */
export function partsOf({ written, ...person }: PersonPage): Part[] {
  const { registrations, attendance, claims, credits, documents, invoices, mails } = person;
  return [
    { id: "registrations", label: "Registrations", count: registrations.total },
    { id: "attendance", label: "Attendance", count: attendance.total },
    ...(claims ? [{ id: "claims", label: "Claims", count: claims.total }] : []),
    ...(credits ? [{ id: "credits", label: "Credits", count: credits.total }] : []),
    ...(documents ? [{ id: "documents", label: "Documents", count: documents.total }] : []),
    ...(invoices ? [{ id: "invoices", label: "Invoices", count: invoices.total }] : []),
    ...(mails ? [{ id: "mails", label: "Mails", count: mails.total }] : []),
    ...(written ? [{ id: "notes", label: "Notes", count: written.notes.length }] : []),
    ...(person.administration ? [{ id: "roles", label: "Roles", count: person.administration.grants.length }] : []),
    { id: "activity", label: "Activity", count: person.activity.total },
  ];
}

/** Everything that the reader sees of a person and may do, part by part; each part knows its own scope. */
export function PersonParts({ person, resultOf }: PersonPartsProps) {
  return (
    <>
      <RecordSection record={person.record} account={person.account} timeZone={person.timeZone}>
        <CorrectionForms record={person.record} rights={person.rights} account={person.account} resultOf={resultOf} />
      </RecordSection>
      {person.rights.reach ? <AccountSection {...person} resultOf={resultOf} /> : null}
      <Workplaces person={person} />
      <Courses person={person} resultOf={resultOf} />
      <Papers person={person} resultOf={resultOf} />
      <Administration person={person} resultOf={resultOf} />
      <ActivitySection scope={person.scope} timeZone={person.timeZone} activity={person.activity} />
      {person.administration ? <ReaderList readers={person.administration.readers} timeZone={person.timeZone} /> : null}
    </>
  );
}

function Workplaces({ person: { id, affiliations, administration } }: Pick<PersonPartsProps, "person">) {
  if (!affiliations) return null;
  if (administration) return <AffiliationList affiliations={affiliations} personId={id} />;
  return <WorkplaceSection affiliations={affiliations} />;
}

function Courses({ person, resultOf }: PersonPartsProps) {
  const { scope, registrations, attendance, claims, credits, registerOptions } = person;
  return (
    <>
      <RegistrationsSection scope={scope} registrations={registrations}>
        {registerOptions ? (
          <RegisterForm key={registrations.total} options={registerOptions} lastResult={resultOf("register")} />
        ) : null}
      </RegistrationsSection>
      <AttendanceSection scope={scope} attendance={attendance} />
      {claims ? <ClaimsSection scope={scope} claims={claims} /> : null}
      {credits ? <CreditsSection scope={scope} credits={credits} /> : null}
    </>
  );
}

function Papers({ person, resultOf }: PersonPartsProps) {
  const { scope, timeZone, documents, invoices, mails, written, record } = person;
  const email = record.contact?.email ?? null;
  const { everything } = scope;
  return (
    <>
      {documents ? <DocumentsSection {...{ scope, timeZone, documents }} /> : null}
      {invoices ? <InvoicesSection {...{ scope, timeZone, invoices }} /> : null}
      {mails && written ? (
        <MailsSection {...{ scope, timeZone, mails, email }}>
          <WriteForm {...{ written, everything, timeZone }} lastResult={resultOf("write")} />
        </MailsSection>
      ) : null}
      {written ? <NoteSection {...{ written, everything, timeZone }} lastResult={resultOf("add-note")} /> : null}
    </>
  );
}

function Administration({ person, resultOf }: PersonPartsProps) {
  const { administration, name, timeZone } = person;
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
