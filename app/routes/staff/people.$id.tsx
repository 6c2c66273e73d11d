import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AccountSection } from "~/desks/people/AccountSection";
import { AttendanceSection, ClaimsSection, CreditsSection, RegistrationsSection } from "~/desks/people/CourseSections";
import { CorrectionForms } from "~/desks/people/CorrectionForms";
import { DocumentsSection, InvoicesSection, MailsSection } from "~/desks/people/PaperSections";
import { requireRightTo, runPersonAction } from "~/desks/people/person-action.server";
import { personForm } from "~/desks/people/person-form";
import { getPersonPage, listOf } from "~/desks/people/person-page.server";
import { isHrAlone } from "~/desks/people/person-scope";
import { scopeOn } from "~/desks/people/person-scope.server";
import { RecordSection } from "~/desks/people/RecordSection";
import { WorkplaceSection } from "~/desks/people/WorkplaceSection";
import { AffiliationList } from "~/people/affiliations/AffiliationList";
import { ReaderList } from "~/people/persons/ReaderList";
import { requireActor } from "~/people/roles/permission.server";
import { RoleSection } from "~/people/roles/RoleSection";
import { parseForm, readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Contents } from "~/ui/frame/Contents";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => pageTitle(loaded?.name ?? "Person");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const personId = param(params, "id");
  const scope = scopeOn(ctx, personId);
  // HR reads a person within its own dates, on the page that it has for that.
  if (isHrAlone(scope)) throw redirect(`/hr/people/${personId}`);
  return data({ ...getPersonPage(ctx, personId, scope), back: listOf(scope) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const personId = param(params, "id");
  const scope = scopeOn(ctx, personId);
  const fields = await readFields(request, personForm);
  requireRightTo(scope, fields.get("intent"));
  const form = parseForm(fields, personForm);
  if (!form.ok) return form.reply;
  const answer = runPersonAction(ctx, personId, form.value);
  if (!answer.ok) return form.refuse(answer.words, answer.field);
  throw await redirectWithToast(`/people/${personId}`, answer.said);
}

export default function PersonPage() {
  const { back, ...person } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const intent = result?.initialValue?.intent;
  const resultOf = (...intents: string[]) => (intents.some((each) => each === intent) ? result : null);
  const { scope, rights, timeZone, claims, credits, documents, invoices, mails, administration } = person;
  const parts = [
    { id: "registrations", label: "Registrations", count: person.registrations.total },
    { id: "attendance", label: "Attendance", count: person.attendance.total },
    ...(claims ? [{ id: "claims", label: "Claims", count: claims.total }] : []),
    ...(credits ? [{ id: "credits", label: "Credits", count: credits.total }] : []),
    ...(documents ? [{ id: "documents", label: "Documents", count: documents.total }] : []),
    ...(invoices ? [{ id: "invoices", label: "Invoices", count: invoices.total }] : []),
    ...(mails ? [{ id: "mails", label: "Mails", count: mails.total }] : []),
  ];
  return (
    <Page
      title={person.name}
      lead="What Hourbook keeps of this person, as far as your roles reach. Looking at it is recorded."
      breadcrumbs={[back]}
    >
      <Contents parts={parts} />
      <Refused
        result={resultOf(
          "revoke",
          "confirm",
          "disown",
          "take-back",
          "clear-fault",
          "send-reset",
          "lock",
          "unlock",
          "close",
          "reopen",
        )}
      />
      <RecordSection record={person.record} account={person.account} timeZone={timeZone}>
        <CorrectionForms record={person.record} rights={rights} account={person.account} resultOf={resultOf} />
      </RecordSection>
      {rights.reach ? <AccountSection {...person} resultOf={resultOf} /> : null}
      {administration ? (
        <AffiliationList affiliations={person.affiliations ?? []} personId={person.id} />
      ) : person.affiliations ? (
        <WorkplaceSection affiliations={person.affiliations} />
      ) : null}
      <RegistrationsSection scope={scope} registrations={person.registrations} />
      <AttendanceSection scope={scope} attendance={person.attendance} />
      {claims ? <ClaimsSection scope={scope} claims={claims} /> : null}
      {credits ? <CreditsSection scope={scope} credits={credits} /> : null}
      {documents ? <DocumentsSection scope={scope} timeZone={timeZone} documents={documents} /> : null}
      {invoices ? <InvoicesSection scope={scope} timeZone={timeZone} invoices={invoices} /> : null}
      {mails ? (
        <MailsSection scope={scope} timeZone={timeZone} mails={mails} email={person.record.contact?.email ?? null} />
      ) : null}
      {administration ? (
        <>
          <RoleSection
            personName={person.name}
            grants={administration.grants}
            providers={administration.providers}
            organisations={administration.organisations}
            timeZone={timeZone}
            lastResult={resultOf("grant")}
          />
          <ReaderList readers={administration.readers} timeZone={timeZone} />
        </>
      ) : null}
    </Page>
  );
}
