import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ANSWER_REFUSALS, answerAsAdministrator } from "~/hr/confirming/affiliation-answer.server";
import { AccountStatus } from "~/people/accounts/AccountStatus";
import { AffiliationList } from "~/people/affiliations/AffiliationList";
import { grantRoleFor, listProviderOptions } from "~/people/roles/grant-scope.server";
import { revokeGrant } from "~/people/roles/grant.server";
import { getHomeProvider } from "~/people/organisations/home-provider.server";
import { INVITATION_REFUSALS, invitePerson } from "~/people/accounts/invitation.server";
import { InviteSection } from "~/people/accounts/InviteSection";
import { requireRole } from "~/people/roles/permission.server";
import { getPersonFile } from "~/people/persons/person-admin.server";
import type { AffiliationAnswerInput } from "~/people/affiliations/affiliation-answer-form";
import { listOrganisationOptions } from "~/people/organisations/organisation.server";
import { personPageForm } from "~/people/persons/person-admin-form";
import { ReaderList } from "~/people/persons/ReaderList";
import { RoleSection } from "~/people/roles/RoleSection";
import { readForm } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Facts, Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.person.name ?? "Person");

const REFUSALS = {
  ...INVITATION_REFUSALS,
  ...ANSWER_REFUSALS,
  "unknown-scope": "What the role is for does not exist. Check the in-service number, or choose again.",
  "ambiguous-number": "Two providers use this in-service number. Let a coordinator name the facilitator instead.",
  "unknown-grant": "This person does not have the role any more. Reload the page.",
  "last-administrator": "This is the last administrator. Make somebody else one first.",
};

/** What was said of a workplace, for people. */
const ANSWERED: Record<AffiliationAnswerInput["intent"], string> = {
  confirm: "The workplace is confirmed.",
  disown: "The workplace is marked as not theirs.",
  "take-back": "Taken back. The workplace waits to be confirmed.",
};

/** The field that a refused invitation is about. */
const ADDRESS_REFUSALS = new Map<string, string>([
  ["no-address", "email"],
  ["address-taken", "email"],
]);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return {
    person: getPersonFile(ctx, params.id ?? ""),
    providers: listProviderOptions(ctx.db),
    organisations: listOrganisationOptions(ctx.db),
    timeZone: getHomeProvider(ctx.db).timeZone,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const personId = params.id ?? "";
  const form = await readForm(request, personPageForm);
  if (!form.ok) return form.reply;
  const input = form.value;
  const done = (message: string) => redirectWithToast(`/admin/people/${personId}`, message);
  if (input.intent === "invite") {
    const invited = invitePerson(ctx, { personId, email: input.email });
    if (!invited.ok) return form.refuse(REFUSALS[invited.reason], ADDRESS_REFUSALS.get(invited.reason));
    throw await done(`An invitation is on its way to ${invited.value.email}.`);
  }
  if ("affiliation" in input) {
    const answered = answerAsAdministrator(ctx, input);
    if (!answered.ok) return form.refuse(REFUSALS[answered.reason]);
    throw await done(ANSWERED[input.intent]);
  }
  const outcome =
    input.intent === "grant"
      ? grantRoleFor(ctx, personId, input)
      : revokeGrant(ctx, { personId, grantId: input.grantId });
  if (!outcome.ok) return form.refuse(REFUSALS[outcome.reason]);
  throw await done(input.intent === "grant" ? "The role was granted." : "The role was taken away.");
}

export default function PersonPage() {
  const { person, providers, organisations, timeZone } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const intent = result?.initialValue?.intent;
  const isAnswer = typeof intent === "string" && Object.hasOwn(ANSWERED, intent);
  return (
    <Page title={person.name} breadcrumbs={[{ label: "People", to: "/admin/people" }]}>
      <Facts
        items={[
          { label: "Goes by", value: person.preferredName },
          { label: "Email", value: person.email ?? "None" },
          { label: "Phone", value: person.phone },
          { label: "Certificate number", value: person.certificateNumber },
          { label: "Account", value: <AccountStatus state={person.account} /> },
        ]}
      />
      {isAnswer ? <Refused result={result} /> : null}
      <AffiliationList affiliations={person.affiliations} personId={person.id} />
      <RoleSection
        personName={person.name}
        grants={person.grants}
        providers={providers}
        organisations={organisations}
        timeZone={timeZone}
        lastResult={intent === "invite" || isAnswer ? null : result}
      />
      {person.account === "ready" ? null : (
        <InviteSection email={person.email} lastResult={intent === "invite" ? result : null} />
      )}
      <ReaderList readers={person.readers} timeZone={timeZone} />
    </Page>
  );
}
