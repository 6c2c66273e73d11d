import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ChangeHistory } from "~/people/history/ChangeHistory";
import { findLastChange } from "~/people/persons/last-change.server";
import { requireRole } from "~/people/roles/permission.server";
import { readFields } from "~/platform/http/form.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { staleIn, writeBase } from "~/platform/http/stale-form";
import { saveVersioned } from "~/platform/http/stale-form.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { REGION_TIME_ZONE } from "~/platform/time/region";
import { issuerPageForm } from "~/renewal/outside/issuers/issuer-form";
import { IssuerFields, MoreKeys } from "~/renewal/outside/issuers/IssuerFields";
import { IssuerTrust } from "~/renewal/outside/issuers/IssuerTrust";
import { ISSUER_REFUSALS } from "~/renewal/outside/issuers/trusted-issuer";
import { changeIssuer, findIssuer, getIssuer, toIssuerDraft } from "~/renewal/outside/issuers/trusted-issuer.server";
import { Facts, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) => pageTitle(loaded?.issuer.name ?? "Trusted issuer");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const found = getIssuer(ctx.db, param(params, "id"));
  return data({ ...found, base: writeBase(toIssuerDraft(found.issuer)) });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "admin");
  const id = param(params, "id");
  const fields = await readFields(request, issuerPageForm);
  const saved = saveVersioned(
    ctx,
    fields,
    issuerPageForm,
    (tx) => {
      const issuer = fields.get("intent") === "save-issuer" ? findIssuer(tx, id) : undefined;
      return issuer ? { draft: toIssuerDraft(issuer), change: () => findLastChange(tx, id) } : null;
    },
    (form) => changeIssuer(ctx, id, form),
  );
  if (saved.reply) return saved.reply;
  const { form, answer: outcome } = saved;
  if (!outcome.ok) {
    const { words, field } = ISSUER_REFUSALS[outcome.reason];
    return form.refuse(words, field);
  }
  const isGone = form.value.intent === "delete-issuer";
  throw await redirectWithToast(isGone ? "/admin/trusted-issuers" : `/admin/trusted-issuers/${id}`, outcome.value);
}

export default function TrustedIssuer() {
  const { issuer, keys, uses, history, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const result = answer?.result;
  const intent = result?.initialValue?.intent;
  return (
    <Page title={issuer.name} breadcrumbs={[{ label: "Trusted issuers", to: "/admin/trusted-issuers" }]} width="narrow">
      {intent === "save-issuer" || intent === "add-keys" ? null : <Refused result={result} />}
      <IssuerTrust issuer={issuer} uses={uses} />
      <Section title="Keys" description="With these, the signatures of its documents are checked.">
        <Facts
          items={keys.map(({ keyId, provider, usedFrom, usedUntil }) => ({
            label: keyId,
            value: `${provider}, used from ${usedFrom.slice(0, 10)}${usedUntil ? ` until ${usedUntil.slice(0, 10)}` : ""}`,
          }))}
        />
        <MoreKeys key={keys.length} lastResult={intent === "add-keys" ? result : null} />
      </Section>
      <Section title="About it">
        <IssuerFields
          key={issuer.id}
          lastResult={intent === "save-issuer" ? result : null}
          issuer={issuer}
          base={base}
          stale={staleIn(answer)}
        />
      </Section>
      <ChangeHistory events={history} timeZone={REGION_TIME_ZONE} />
    </Page>
  );
}
