import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { getCooperativePage } from "~/desks/admin/cooperative.server";
import { CooperativePreview } from "~/desks/admin/CooperativePreview";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { membershipInWords } from "~/people/organisations/membership";
import { membershipForm } from "~/people/organisations/organisation-form";
import { requireRole } from "~/people/roles/permission.server";
import { ORGANISATION_KIND_LABELS } from "~/people/roles/role";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { SubmitButton } from "~/ui/Button";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Clock-hours cooperative");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  return data(getCooperativePage(ctx, new URL(request.url).searchParams));
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const form = await readForm(request, membershipForm);
  if (!form.ok) return form.reply;
  const wanted = form.value;
  const started = once(ctx, "memberships", form.once, () => startAction(ctx, "change-memberships", wanted));
  if (!started.ok) return form.refuse(started.words);
  throw await redirectStarted(started, "/admin/cooperative");
}

export default function Cooperative() {
  const { organisations, preview } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Clock-hours cooperative"
      lead="People of a member owe no fee for hours that were completed on a day of membership, where the provider’s policy says so."
      breadcrumbs={[{ label: "Organizations", to: "/admin" }]}
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <div aria-live="polite">{preview ? <CooperativePreview preview={preview} /> : null}</div>
      <Form method="get" className="grid gap-6">
        <ChangeFields />
        <fieldset className="min-w-0">
          <legend className="mb-2 text-xl font-bold">Organizations</legend>
          <ul className="grid gap-x-8 sm:grid-cols-2">
            {organisations.map((each) => (
              <Choice key={each.id} organisation={each} />
            ))}
          </ul>
        </fieldset>
      </Form>
    </Page>
  );
}

function ChangeFields() {
  const { today, preview } = useLoaderData<typeof loader>();
  return (
    <Section
      title="Change memberships"
      description="Tick organizations below; nothing changes before you have seen what it does."
    >
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <label className="grid gap-1 font-semibold">
          What changes
          <select
            key={preview?.change}
            name="change"
            defaultValue={preview?.change ?? "join"}
            className="input font-normal"
          >
            <option value="join">They join from this day on</option>
            <option value="end">Their membership ends with this day</option>
          </select>
        </label>
        <label className="grid gap-1 font-semibold">
          Day
          <input
            key={preview?.date}
            type="date"
            name="date"
            required
            defaultValue={preview?.date ?? today}
            className="input font-normal"
          />
        </label>
        <SubmitButton variant="secondary">Show what it does</SubmitButton>
      </div>
    </Section>
  );
}

type Organisation = ReturnType<typeof useLoaderData<typeof loader>>["organisations"][number];

function Choice({ organisation }: { organisation: Organisation }) {
  const { chosen } = useLoaderData<typeof loader>();
  const { id, name, kind, memberships } = organisation;
  const fieldId = `organisation-${id}`;
  return (
    <li className="choice border-b border-line">
      <input
        key={String(chosen.includes(id))}
        id={fieldId}
        type="checkbox"
        name="organisation"
        value={id}
        defaultChecked={chosen.includes(id)}
      />
      <div className="min-w-0">
        <label htmlFor={fieldId} className="block">
          {name}
        </label>
        <div className="text-[0.9375rem] text-soft">
          {memberships.length > 0 ? memberships.map(membershipInWords).join("; ") : ORGANISATION_KIND_LABELS[kind]}
        </div>
      </div>
    </li>
  );
}
