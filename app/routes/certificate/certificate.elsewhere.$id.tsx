import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireEducator } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { outsidePageForm } from "~/renewal/outside/outside-form";
import { OUTSIDE_REFUSALS, refusedOutsideField } from "~/renewal/outside/outside-hours";
import { changeMyOutside, getMyOutsidePage, outsideVersion, readEvidence } from "~/renewal/outside/outside-page.server";
import { OutsideCheck } from "~/renewal/outside/OutsideCheck";
import { OutsideFacts } from "~/renewal/outside/OutsideFacts";
import { OutsideFields } from "~/renewal/outside/OutsideFields";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Hours from elsewhere");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = getMyOutsidePage(await requireEducator(request), param(params, "id"));
  return data({ ...page, base: writeBase(page.draft) });
}

const SAID = {
  "save-hours": "Saved.",
  send: "Sent to the registrar.",
  "call-back": "Called back.",
  "remove-file": "The evidence is removed.",
  "remove-hours": "Removed.",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const id = param(params, "id");
  getMyOutsidePage(ctx, id);
  const fields = await readFields(request, outsidePageForm);
  const read = await readEvidence(ctx, fields, outsidePageForm);
  if (read.reply) return read.reply;
  const saved = saveVersioned(
    ctx,
    fields,
    outsidePageForm,
    (tx) => outsideVersion(tx, ctx, id, fields.get("intent")),
    (value) => changeMyOutside(ctx, id, value, read.evidence),
  );
  if (saved.reply) return saved.reply;
  const { form, answer: outcome } = saved;
  if (!outcome.ok) return form.refuse(OUTSIDE_REFUSALS[outcome.reason], refusedOutsideField(outcome.reason));
  const { intent } = form.value;
  const back = intent === "remove-hours" ? "/certificate/elsewhere" : `/certificate/elsewhere/${id}`;
  throw await redirectWithToast(back, SAID[intent]);
}

export default function OutsideEntry() {
  const { shown, draft, base, history, canChange, ...page } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isSave = answer?.result.initialValue?.intent === "save-hours";
  return (
    <Page
      title={shown.title}
      breadcrumbs={[
        { label: "My certificate", to: "/certificate" },
        { label: "Hours from elsewhere", to: "/certificate/elsewhere" },
      ]}
    >
      {isSave ? null : <Refused result={answer?.result} />}
      <OutsideFacts shown={shown} file={page.fileName && `/certificate/elsewhere/${shown.id}/file`} {...page} />
      <OutsideCheck shown={shown} canChange={canChange} {...page} />
      {canChange ? (
        <Section title="Correct it">
          <OutsideFields
            draft={draft}
            lastResult={isSave ? answer?.result : null}
            base={base}
            stale={staleIn(answer)}
            fileName={page.fileName}
            most={page.most}
          />
        </Section>
      ) : null}
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
