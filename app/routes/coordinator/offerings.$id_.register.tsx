import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getScopedOffering } from "~/catalog/courses/course-desk.server";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { requireRole } from "~/people/roles/permission.server";
import { type FormReply, readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { planImport } from "~/registration/import/import.server";
import { readGivenList } from "~/registration/import/given-list.server";
import type { ImportPlan } from "~/registration/import/import-fate";
import { type ReadList, unreadHeads } from "~/registration/import/import-rows.server";
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
  const given = await readGivenList(input);
  if (!given.ok) return keepText(form.refuse(given.words, given.field), given.text);
  if (input.intent === "check") {
    const plan = planImport(ctx, { offeringId, list: given.list });
    if (!plan.ok) return keepText(form.refuse(importRefusalText(plan), "list"), given.text);
    return { result: null, checked: shown(plan.value, given, input.reason) };
  }
  const { digest, reason, leaveOut } = input;
  const started = once(ctx, "list of people", form.once, () =>
    startAction(ctx, "import-people", { offeringId, list: given.list, digest, reason, leaveOut: leaveOut === "on" }),
  );
  if (!started.ok) {
    const plan = planImport(ctx, { offeringId, list: given.list });
    if (!plan.ok) return form.refuse(importRefusalText(plan), "list");
    const checked = { ...shown(plan.value, given, reason), problem: started.words };
    return data({ result: null, checked }, { status: 409 });
  }
  throw await redirectStarted(started, `/coordinator/offerings/${offeringId}/people`);
}

function shown(plan: ImportPlan, { text, list }: { text: string; list: ReadList }, reason: string) {
  const columns = list.columns ?? [];
  return { plan, columns, unread: unreadHeads(columns), list: text, reason };
}

/** What stood in a file stays in sight when it is refused, too. */
function keepText(reply: FormReply, list: string): FormReply {
  const { result } = reply.data;
  result.initialValue = { ...result.initialValue, list };
  return reply;
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
