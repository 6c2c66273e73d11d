import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getScopedOffering } from "~/catalog/courses/course-desk.server";
import { OfferingForm } from "~/catalog/offerings/OfferingForm";
import { offeringPageForm } from "~/catalog/offerings/offering-form";
import { findRowChange, ROW_FIELDS } from "~/catalog/offerings/offering-rows.server";
import { runOfferingAction } from "~/desks/coordinator/offering-action.server";
import { readOfferingView } from "~/desks/coordinator/offering-page.server";
import { viewOf } from "~/desks/coordinator/offering-view";
import { OfferingFrame } from "~/desks/coordinator/OfferingFrame";
import { OfferingOverview } from "~/desks/coordinator/OfferingOverview";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { requireRole } from "~/people/roles/permission.server";
import { checkVersion, staleReply } from "~/platform/http/stale-form.server";
import { readBase, staleIn, writeBase } from "~/platform/http/stale-form";
import { findLastChange } from "~/people/persons/last-change.server";
import { toOfferingDraft } from "~/catalog/offerings/offering-input.server";
import { parseForm, readFields } from "~/platform/http/form.server";
import { zoneLabel } from "~/platform/format";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.title ?? "Offering");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { offering, course } = getScopedOffering(ctx, param(params, "id"));
  // Where the people of an offering stood before they had a page.
  if (new URL(request.url).searchParams.get("view") === "people")
    throw redirect(`/coordinator/offerings/${offering.id}/people`);
  const view = viewOf(request.url);
  return data({ offering, title: course.title, view, ...readOfferingView(ctx, offering, view) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "coordinator");
  const { offering } = getScopedOffering(ctx, param(params, "id"));
  const fields = await readFields(request, offeringPageForm, ROW_FIELDS);
  const rows = findRowChange(fields);
  if (rows) return { rows, base: readBase(fields), result: null };
  const version =
    fields.get("intent") === "save"
      ? checkVersion(fields, toOfferingDraft(ctx.db, offering), () => findLastChange(ctx.db, offering.id))
      : { fields, stale: null };
  if (version.stale) return staleReply(fields, version.stale);
  const form = parseForm(version.fields, offeringPageForm);
  if (!form.ok) return form.reply;
  if (form.value.intent === "save" || form.value.intent === "cancel") {
    const change = { offeringId: offering.id, form: form.value };
    const started = once(ctx, "offering", form.once, () =>
      startAction(ctx, "change-offering", change, { when: "told" }),
    );
    if (!started.ok) return form.refuse(started.words, started.field);
    throw await redirectStarted(started, `/coordinator/offerings/${offering.id}`);
  }
  const wanted = form.value;
  const answer = once(ctx, "offering", form.once, () => runOfferingAction(ctx, offering.id, wanted));
  if (!answer.ok) return form.refuse(answer.words, answer.field);
  if (form.value.intent === "delete")
    throw await redirectWithToast(`/coordinator/courses/${offering.courseId}`, answer.said);
  throw await redirectWithToast(`/coordinator/offerings/${offering.id}`, answer.said);
}

export default function CoordinatorOffering() {
  const { offering, title, view, overview, edit } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const rows = answer && "rows" in answer ? answer.rows : null;
  return (
    <OfferingFrame offering={offering} title={title} current={view}>
      {overview ? (
        <OfferingOverview title={title} offering={offering} overview={overview} lastResult={answer?.result} />
      ) : null}
      {edit && offering.state !== "cancelled" ? (
        <OfferingForm
          key={rows?.version}
          lastResult={answer?.result}
          draft={rows?.draft ?? edit.draft}
          base={(answer && "base" in answer ? answer.base : null) ?? writeBase(edit.draft)}
          stale={staleIn(answer)}
          focus={rows?.focus}
          hosts={edit.hosts}
          places={edit.places}
          instructors={edit.instructors}
          barred={edit.barred}
          zone={zoneLabel(offering.timeZone)}
          isApproved={offering.state !== "draft"}
          submitLabel="Save the offering"
        />
      ) : null}
    </OfferingFrame>
  );
}
