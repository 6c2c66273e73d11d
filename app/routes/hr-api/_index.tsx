import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { apiPageForm } from "~/hr/api/api-token-form";
import { listTokens, makeToken, revokeToken, TOKEN_REFUSALS, tokenOf } from "~/hr/api/api-token.server";
import { CallExample } from "~/hr/api/CallExample";
import { MakeToken } from "~/hr/api/MakeToken";
import { ShownOnce } from "~/hr/api/ShownOnce";
import { TokenTable } from "~/hr/api/TokenTable";
import { chooseOrganisation, listMyOrganisations } from "~/hr/hr-scope.server";
import { ChooseOrganisation } from "~/hr/renewals/ChooseOrganisation";
import { EndpointFields } from "~/hr/webhooks/EndpointFields";
import { EndpointTable } from "~/hr/webhooks/EndpointTable";
import { addEndpoint, ENDPOINT_REFUSALS, listEndpoints } from "~/hr/webhooks/webhook.server";
import { requireRole } from "~/people/roles/permission.server";
import { origin } from "~/platform/env.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { redirectWithToast } from "~/platform/http/toast.server";
import { webhookSecretOf } from "~/platform/outgoing/webhook-signature.server";
import { formSecret } from "~/platform/secrets/form-secret.server";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("Connect payroll");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const organisations = listMyOrganisations(ctx);
  const organisation = chooseOrganisation(organisations, new URL(request.url).searchParams.get("organization"));
  const tokens = listTokens(ctx, organisation.id);
  return data({ organisations, organisation, tokens, endpoints: listEndpoints(ctx.db, organisation.id), origin });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "hr");
  const form = await readForm(request, apiPageForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  if (value.intent === "revoke-token") {
    const revoked = revokeToken(ctx, value.tokenId);
    if (!revoked.ok) return form.refuse(TOKEN_REFUSALS[revoked.reason]);
    const { pathname, search } = new URL(request.url);
    throw await redirectWithToast(`${pathname}${search}`, `The token of ${revoked.value} opens nothing any more.`);
  }
  const bytes = formSecret(ctx, value.intent, form.once);
  if (value.intent === "make-token") {
    const token = tokenOf(bytes);
    const made = once(ctx, "hr-api-token", form.once, () => makeToken(ctx, value, token));
    if (!made.ok) return form.refuse(TOKEN_REFUSALS[made.reason], made.reason === "name-taken" ? "name" : undefined);
    return data({ result: null, shown: { kind: "token" as const, secret: token } });
  }
  const secret = webhookSecretOf(bytes);
  const added = once(ctx, "hr-webhook", form.once, () => addEndpoint(ctx, value, secret));
  if (!added.ok) return form.refuse(ENDPOINT_REFUSALS[added.reason], added.reason === "too-many" ? undefined : "url");
  return data({ result: null, shown: { kind: "secret" as const, secret } });
}

const SHOWN = {
  token: {
    title: "Copy the token now",
    says: "It is shown this once. Whoever has it reads what it opens, so hand it over as you would a password.",
  },
  secret: {
    title: "Copy the endpoint’s secret now",
    says: "It is shown this once. Your system checks with it that a message is from us.",
  },
};

export default function ConnectPayroll() {
  const { organisations, organisation, tokens, endpoints, origin: here } = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const shown = answered && "shown" in answered ? answered.shown : null;
  const result = answered?.result ?? null;
  const intent = result?.initialValue?.intent;
  return (
    <Page
      title="Connect payroll"
      lead={`Your payroll or HR system fetches hours by itself, as soon as they are posted or corrected: what ${organisation.name} sees here, and nothing else.`}
      breadcrumbs={[{ label: "Export clock hours", to: "/hr/export" }]}
      width="wide"
    >
      {shown ? (
        <ShownOnce title={SHOWN[shown.kind].title} secret={shown.secret}>
          {SHOWN[shown.kind].says}
        </ShownOnce>
      ) : null}
      {intent === "revoke-token" ? <Refused result={result} /> : null}
      <ChooseOrganisation organisations={organisations} chosen={organisation.id} kept={[]} />
      <Section
        title="Tokens"
        description="A token stands for your district, not for whoever made it: it works until it expires or somebody in your HR revokes it."
      >
        <TokenTable tokens={tokens} />
      </Section>
      <Section title="Make a token">
        <MakeToken
          key={`${organisation.id} ${tokens.length}`}
          organisationId={organisation.id}
          lastResult={intent === "make-token" ? result : null}
        />
      </Section>
      <Section title="How it is called">
        <CallExample origin={here} />
        <p>
          Every address, field and failure stands in the{" "}
          <Link to="/api/hr" className="link inline-block py-1 pointer-coarse:py-2.5">
            description for whoever programs it
          </Link>
          .
        </p>
      </Section>
      <Section
        title="Webhooks"
        description="Hourbook tells your system at once that there is something to fetch. A message says what kind and how much, and nothing about anybody."
      >
        <EndpointTable endpoints={endpoints} />
      </Section>
      <Section title="Add an endpoint">
        <EndpointFields
          key={`${organisation.id} ${endpoints.length}`}
          organisationId={organisation.id}
          lastResult={intent === "add-endpoint" ? result : null}
          intent="add-endpoint"
          submitLabel="Add the endpoint"
        />
      </Section>
    </Page>
  );
}
