import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getScopedOffering } from "~/catalog/courses/course-desk.server";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { planImport } from "~/registration/import/import.server";
import { UNTRUSTED_REFUSALS } from "~/platform/untrusted/refusal";
import { readForeignList } from "~/registration/import/foreign-list.server";
import { importForm } from "~/registration/import/import-form";
import { importRefusalText } from "~/registration/import/import-refusal";
import { ImportFields } from "~/registration/import/ImportFields";
import { ImportPreview } from "~/registration/import/ImportPreview";
import { countSeats } from "~/registration/seats/registration-row.server";
import { seatsInWords } from "~/registration/seats/Seats";
import { Page } from "~/ui/frame/Page";

export const meta = () => pageTitle("Register people");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { offering, course } = getScopedOffering(ctx, param(params, "id"));
  return data({ offering: { id: offering.id }, title: course.title, seats: countSeats(ctx.db, offering) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { offering } = getScopedOffering(ctx, param(params, "id"));
  const form = await readForm(request, importForm);
  if (!form.ok) return form.reply;
  const input = form.value;
  const offeringId = offering.id;
  if (input.intent === "check") {
    const text = [input.list, input.file ? await input.file.text() : ""].filter(Boolean).join("\n");
    const list = await readForeignList(text);
    if (!list.ok) return form.refuse(UNTRUSTED_REFUSALS[list.reason], "list");
    const plan = planImport(ctx, { offeringId, list: list.value });
    if (!plan.ok) return form.refuse(importRefusalText(plan), "list");
    return { result: null, checked: { plan: plan.value, list: text, reason: input.reason } };
  }
  const list = await readForeignList(input.list);
  if (!list.ok) return form.refuse(UNTRUSTED_REFUSALS[list.reason], "list");
  const { digest, reason } = input;
  const started = once(ctx, "list of people", form.once, () =>
    startAction(ctx, "import-people", { offeringId, list: list.value, digest, reason }),
  );
  if (!started.ok) {
    const plan = planImport(ctx, { offeringId, list: list.value });
    if (!plan.ok) return form.refuse(importRefusalText(plan), "list");
    const checked = { plan: plan.value, list: input.list, reason: input.reason, problem: started.words };
    return data({ result: null, checked }, { status: 409 });
  }
  throw await redirectStarted(started, `/coordinator/offerings/${offeringId}/people`);
}

export default function RegisterPeople() {
  const { offering, title, seats } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const checked = answer && "checked" in answer ? answer.checked : null;
  return (
    <Page
      title="Register people"
      lead={`${title} · ${seatsInWords(seats)}`}
      breadcrumbs={[
        { label: "Offerings", to: "/coordinator" },
        { label: "Offering", to: `/coordinator/offerings/${offering.id}/people` },
      ]}
    >
      {checked ? <ImportPreview {...checked} /> : null}
      <ImportFields lastResult={answer?.result} draft={checked} />
    </Page>
  );
}
