import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ShownOnce } from "~/hr/api/ShownOnce";
import { readDeliveries } from "~/hr/webhooks/delivery-log.server";
import { DeliveryTable } from "~/hr/webhooks/DeliveryTable";
import { EndpointActions } from "~/hr/webhooks/EndpointActions";
import { EndpointFields } from "~/hr/webhooks/EndpointFields";
import { DELIVERY_STATE_WORDS, DELIVERY_STATES } from "~/hr/webhooks/webhook";
import { EndpointState } from "~/hr/webhooks/EndpointTable";
import { MESSAGE_REFUSALS, pingEndpoint, sendAgain } from "~/hr/webhooks/queue-messages.server";
import { endpointPageForm } from "~/hr/webhooks/webhook-form";
import {
  changeEndpoint,
  ENDPOINT_REFUSALS,
  getEndpoint,
  removeEndpoint,
  renewSecret,
  switchEndpoint,
} from "~/hr/webhooks/webhook.server";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { webhookSecretOf } from "~/platform/outgoing/webhook-signature.server";
import { formSecret } from "~/platform/secrets/form-secret.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { Page, Section } from "~/ui/frame/Page";
import { Tabs } from "~/ui/frame/Tabs";
import { Refused } from "~/ui/Refused";
import { Pagination } from "~/ui/tables/Pagination";
import { useRefresh } from "~/ui/use-refresh";

export const meta = () => pageTitle("Endpoint");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { endpoint, history } = getEndpoint(ctx, param(params, "id"));
  return data({ endpoint, history, log: readDeliveries(ctx.db, endpoint.id, new URL(request.url)) });
}

const DONE = {
  save: "Saved.",
  "switch-on": "The endpoint is on. It hears of everything that happened meanwhile.",
  "switch-off": "The endpoint is off.",
  ping: "A message is on its way. What came back stands in the log in a few seconds.",
  "send-again": "The message is on its way again.",
  remove: "The endpoint is removed.",
};

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const { endpoint } = getEndpoint(ctx, param(params, "id"));
  const form = await readForm(request, endpointPageForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  if (value.intent === "new-secret") {
    const secret = webhookSecretOf(formSecret(ctx, endpoint.id, form.once));
    once(ctx, `${endpoint.id} secret`, form.once, () => renewSecret(ctx, endpoint.id, secret));
    return data({ result: null, shown: secret });
  }
  if (value.intent === "save") {
    const saved = changeEndpoint(ctx, endpoint.id, value);
    if (!saved.ok) return form.refuse(ENDPOINT_REFUSALS[saved.reason], "url");
  } else if (value.intent === "ping" || value.intent === "send-again") {
    const sent =
      value.intent === "ping"
        ? once(ctx, `${endpoint.id} ping`, form.once, () => pingEndpoint(ctx, endpoint.id))
        : once(ctx, `${endpoint.id} again`, form.once, () => sendAgain(ctx, endpoint.id, value.deliveryId));
    if (!sent.ok) return form.refuse(MESSAGE_REFUSALS[sent.reason]);
  } else if (value.intent === "remove") removeEndpoint(ctx, endpoint.id);
  else switchEndpoint(ctx, endpoint.id, value.intent === "switch-on");
  const to = value.intent === "remove" ? "/hr/api" : `/hr/api/endpoints/${endpoint.id}`;
  throw await redirectWithToast(to, DONE[value.intent]);
}

export default function Endpoint() {
  const { endpoint, history, log } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const shown = answered && "shown" in answered ? answered.shown : null;
  const result = answered?.result ?? null;
  const isFresh = log.rows.some(({ state, attempts }) => state === "waiting" && attempts === 0);
  useRefresh(isFresh && endpoint.offAt === null ? 2_000 : null);
  const isSave = result?.initialValue?.intent === "save";
  return (
    <Page
      title="Endpoint"
      lead={<span className="wrap-anywhere">{endpoint.url}</span>}
      breadcrumbs={[
        { label: "Export clock hours", to: "/hr/export" },
        { label: "Connect payroll", to: `/hr/api?organization=${endpoint.organisationId}` },
      ]}
      width="wide"
    >
      {shown ? (
        <ShownOnce title="Copy the new secret now" secret={shown}>
          It is shown this once, and the old one signs nothing any more.
        </ShownOnce>
      ) : null}
      {isSave ? null : <Refused result={result} />}
      <div className="flex flex-wrap items-center gap-3">
        <EndpointState {...endpoint} />
      </div>
      <EndpointActions isOn={endpoint.offAt === null} url={endpoint.url} />
      <Section
        title="Messages"
        description="What was not taken is tried again for a little over five days. After five days in which nothing was taken, the endpoint is switched off and you are told."
      >
        <Tabs
          label="Which messages"
          tabs={[null, ...DELIVERY_STATES].map((state) => ({
            label: state === null ? "All" : DELIVERY_STATE_WORDS[state],
            to: state === null ? "?" : `?state=${state}`,
            current: state === log.state,
          }))}
        />
        <DeliveryTable deliveries={log.rows} isAll={log.state === null} />
        <Pagination
          page={log.page}
          total={log.total}
          hrefFor={(page) => `?${log.state === null ? "" : `state=${log.state}&`}page=${page}`}
        />
      </Section>
      <Section title="Change it">
        <EndpointFields
          key={endpoint.url}
          lastResult={isSave ? result : null}
          draft={endpoint}
          intent="save"
          submitLabel="Save the endpoint"
        />
      </Section>
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
