import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { decideOutside, getSentOutside } from "~/renewal/outside/outside-check.server";
import { outsideDecisionForm } from "~/renewal/outside/outside-form";
import { OUTSIDE_REFUSALS } from "~/renewal/outside/outside-hours";
import { OutsideDecision } from "~/renewal/outside/OutsideDecision";
import { OutsideFacts } from "~/renewal/outside/OutsideFacts";
import { Facts, Page } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Hours from elsewhere");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getSentOutside(await requireRole(request, "registrar"), param(params, "id")));
}

const SAID = {
  accepted: "Accepted. The person is told.",
  returned: "Returned. The person is told why.",
  "taken-back": "Taken back. The person is told why.",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const id = param(params, "id");
  getSentOutside(ctx, id);
  const form = await readForm(request, outsideDecisionForm);
  if (!form.ok) return form.reply;
  const outcome = once(ctx, `outside hours ${id}`, form.once, () => decideOutside(ctx, id, form.value));
  if (!outcome.ok) return form.refuse(OUTSIDE_REFUSALS[outcome.reason]);
  const isDone = outcome.value === "accepted" ? "/registrar/outside-hours" : `/registrar/outside-hours/${id}`;
  throw await redirectWithToast(isDone, SAID[outcome.value]);
}

export default function SentOutside() {
  const { shown, name, certificateNumber, seen, fileName, documentCode, history } = useLoaderData<typeof loader>();
  return (
    <Page
      title={shown.title}
      lead={`Sent by ${name}. Looking at this page is recorded.`}
      breadcrumbs={[{ label: "Hours from elsewhere", to: "/registrar/outside-hours" }]}
      actions={<OutsideDecision state={shown.state} seen={seen} />}
    >
      <Refused result={useActionData<typeof action>()?.result} />
      <Facts
        items={[
          { label: "Educator", value: name },
          { label: "Certificate number", value: certificateNumber ?? "Not on file" },
        ]}
      />
      <OutsideFacts
        shown={shown}
        file={fileName && `/registrar/outside-hours/${shown.id}/file`}
        fileName={fileName}
        documentCode={documentCode}
      />
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
