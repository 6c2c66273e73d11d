import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listOrganisationOptions } from "~/people/organisations/organisation.server";
import { NewPersonFields } from "~/people/persons/NewPersonFields";
import { requireRole } from "~/people/roles/permission.server";
import { addPerson } from "~/people/persons/person-admin.server";
import { newPersonForm } from "~/people/persons/person-admin-form";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Add a person");

const REFUSALS = {
  "address-taken": { message: "Somebody with this address is here already. Search for them.", field: "email" },
  "unknown-organisation": { message: "This organization does not exist any more.", field: "organisationId" },
};

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return { organisations: listOrganisationOptions(ctx.db) };
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, newPersonForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, "person", form.once, () => addPerson(ctx, form.value));
  if (outcome.ok) throw await redirectWithToast(`/people/${outcome.value}`, "The person was added.");
  const { message, field } = REFUSALS[outcome.reason];
  return form.refuse(message, field);
}

export default function NewPerson() {
  const { organisations } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Add a person"
      lead="They can be registered for courses right away. Invite them afterwards if they should have an account."
      breadcrumbs={[{ label: "People", to: "/admin/people" }]}
      width="narrow"
    >
      <NewPersonFields lastResult={useActionData<typeof action>()?.result} organisations={organisations} />
    </Page>
  );
}
