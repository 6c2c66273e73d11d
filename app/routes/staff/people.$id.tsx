import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BARE_INTENTS, PersonParts, PersonTabs } from "~/desks/people/PersonParts";
import { requireRightTo, runPersonAction } from "~/desks/people/person-action.server";
import { personForm } from "~/desks/people/person-form";
import { getPersonPage, listOf } from "~/desks/people/person-page.server";
import { addressOfView, personViewAt, viewsFor } from "~/desks/people/person-view";
import { isHrAlone } from "~/desks/people/person-scope";
import { scopeOn } from "~/desks/people/person-scope.server";
import { requireActor } from "~/people/roles/permission.server";
import { parseForm, readFields } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => pageTitle(loaded?.name ?? "Person");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireActor(request);
  const personId = param(params, "id");
  const scope = scopeOn(ctx, personId);
  // HR reads a person within its own dates, on the page that it has for that.
  if (isHrAlone(scope)) throw redirect(`/hr/people/${personId}`);
  const person = getPersonPage(ctx, personId, scope, new URL(request.url).searchParams);
  const view = viewsFor(person).find((each) => each === personViewAt(request.url)) ?? "overview";
  return data({ ...person, view, back: listOf(scope) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireActor(request);
  const personId = param(params, "id");
  const scope = scopeOn(ctx, personId);
  const fields = await readFields(request, personForm);
  requireRightTo(scope, fields.get("intent"));
  const form = parseForm(fields, personForm);
  if (!form.ok) return form.reply;
  const answer = once(ctx, "person", form.once, () => runPersonAction(ctx, personId, scope, form.value));
  if (!answer.ok) return form.refuse(answer.words, answer.field);
  throw await redirectWithToast(addressOfView(personId, personViewAt(request.url)), answer.said);
}

export default function PersonPage() {
  const { back, view, ...person } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const intent = result?.initialValue?.intent;
  const resultOf = (...intents: string[]) => (intents.some((each) => each === intent) ? result : null);
  return (
    <Page
      title={person.name}
      lead="What Hourbook keeps of this person, as far as your roles reach. Looking at it is recorded."
      breadcrumbs={[back]}
      actions={
        person.scope.hrOf.length > 0 ? (
          <LinkButton to={`/hr/people/${person.id}`} variant="secondary">
            Their page for HR
          </LinkButton>
        ) : undefined
      }
    >
      <PersonTabs person={person} view={view} />
      {/* Refusals of forms without fields of their own; the others stand in their form. */}
      <Refused result={resultOf(...BARE_INTENTS)} />
      <PersonParts person={person} view={view} resultOf={resultOf} />
    </Page>
  );
}
