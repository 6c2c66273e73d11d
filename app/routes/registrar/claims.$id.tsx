import type { z } from "zod";
import type { StartedAnswer } from "~/desks/started/started-kinds.server";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PaymentForm } from "~/billing/fees/PaymentForm";
import { ClaimHistory } from "~/credits/claims/ClaimHistory";
import { isUnderWay } from "~/credits/claims/claim-status";
import { RegistrarCorrection } from "~/credits/corrections/CorrectionSection";
import { CreditVersions } from "~/credits/ledger/CreditVersions";
import { Receipt } from "~/credits/counting/Receipt";
import { getScopedClaim } from "~/desks/registrar/scoped-claim.server";
import { getRegistrarClaim } from "~/desks/registrar/claim-page.server";
import { RegistrarClaimFacts } from "~/desks/registrar/RegistrarClaimFacts";
import { PostClaim } from "~/desks/registrar/PostClaim";
import { ReturnForm } from "~/desks/registrar/ReturnForm";
import {
  registrarClaimForm,
  runRegistrarClaimAction,
  SAID,
  wordsOf,
} from "~/desks/registrar/registrar-claim-action.server";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startClaimAction } from "~/desks/started/start-claim-action.server";
import { requireRole, type ScopedContext } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { LinkButton } from "~/ui/Button";
import { UndrawableNotice } from "~/documents/typesetting/UndrawableNotice";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";

export const meta = () => pageTitle("Claim");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  return data(getRegistrarClaim(ctx, param(params, "id")));
}

function run(ctx: ScopedContext, claimId: string, form: z.output<typeof registrarClaimForm>): StartedAnswer {
  const outcome = runRegistrarClaimAction(ctx, claimId, form);
  return outcome.ok ? { ok: true, title: "", said: SAID[form.intent] } : { ok: false, ...wordsOf(outcome) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const claimId = param(params, "id");
  getScopedClaim(ctx, claimId);
  const form = await readForm(request, registrarClaimForm);
  if (!form.ok) return form.reply;
  const { value } = form;
  const answer = once(ctx, "claim", form.once, () => startClaimAction(ctx, claimId, value) ?? run(ctx, claimId, value));
  if (!answer.ok) return form.refuse(answer.words, answer.field);
  throw await redirectStarted(answer, `/registrar/claims/${claimId}`);
}

export default function RegistrarClaim() {
  const page = useLoaderData<typeof loader>();
  const { claim, name, title, missing, fee, ...rest } = page;
  const result = useActionData<typeof action>()?.result;
  const resultOf = (intent: string) => (result?.initialValue?.intent === intent ? result : null);
  const posted = rest.versions.at(-1);
  const underWay = isUnderWay(claim.status);
  return (
    <Page title={`Claim of ${name}`} lead={title} breadcrumbs={[{ label: "Claims", to: "/registrar" }]}>
      <UndrawableNotice characters={page.undrawable} whose={`the documents of ${name}`} />
      <RegistrarClaimFacts page={page} />
      <Refused result={resultOf("reverse-payment")} />
      {underWay && missing.length === 0 ? (
        <PostClaim
          claim={claim}
          name={name}
          workplace={rest.workplace}
          uncovered={rest.uncovered}
          lastResult={resultOf("post")}
        />
      ) : null}
      {!claim.settled && claim.requestedMinutes !== null && claim.status !== "void" ? (
        <Section title="Record a payment">
          <PaymentForm dueCents={fee.cents} today={rest.today} lastResult={resultOf("payment")} />
        </Section>
      ) : null}
      <Section title="How the hours were counted">
        <Receipt steps={rest.receipt} sessions={rest.sessions} total={claim.earnedMinutes} />
      </Section>
      {underWay ? <ReturnForm lastResult={resultOf("return")} /> : null}
      {posted ? (
        <>
          <Section
            title="Posted"
            actions={
              <LinkButton to={`/credits/${posted.id}/documents`} variant="secondary" size="sm">
                Certificate and form
              </LinkButton>
            }
          >
            <CreditVersions versions={rest.versions} timeZone={rest.timeZone} />
          </Section>
          <RegistrarCorrection
            postedMinutes={posted.minutes}
            earnedMinutes={claim.earnedMinutes}
            requests={rest.requests}
            timeZone={rest.timeZone}
            lastResult={result}
          />
        </>
      ) : null}
      <Section
        title="History"
        actions={
          <LinkButton to={`/activity?claim=${claim.id}`} variant="secondary" size="sm">
            All activity
          </LinkButton>
        }
      >
        <ClaimHistory changes={rest.changes} timeZone={rest.timeZone} />
      </Section>
    </Page>
  );
}
