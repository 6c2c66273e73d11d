import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { feeOf } from "~/billing/fees/claim-fee.server";
import { listPayments } from "~/billing/fees/payment-row.server";
import { ClaimFacts } from "~/billing/fees/ClaimFacts";
import { listInvoicesOfClaim } from "~/billing/invoices/invoice-reading.server";
import { ProviderContact } from "~/catalog/providers/ProviderContact";
import { ClaimForm, EvaluationForm } from "~/credits/claims/ClaimForms";
import { ChangeClaim } from "~/credits/claims/ChangeClaim";
import { canBeClaimed } from "~/credits/claims/claim-status";
import { ClaimSteps } from "~/credits/claims/ClaimSteps";
import { CorrectionSection } from "~/credits/corrections/CorrectionSection";
import { CreditVersions } from "~/credits/ledger/CreditVersions";
import { myClaimForm, runMyClaimAction } from "~/desks/educator/my-claim-action.server";
import { getMyClaim } from "~/credits/claims/my-claims.server";
import { Receipt } from "~/credits/counting/Receipt";
import { WorkplaceNotice } from "~/people/affiliations/WorkplaceNotice";
import { listOrganisationOptions } from "~/people/organisations/organisation.server";
import { QuestionNotice } from "~/credits/claims/QuestionNotice";
import { AskLink } from "~/desks/inquiries/AskLink";
import { requireEducator } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { LinkButton } from "~/ui/Button";
import { Notice, Page, Section } from "~/ui/frame/Page";

export const meta = () => pageTitle("Claim clock hours");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  const { offering, policy, claim, changes, ...rest } = getMyClaim(ctx, param(params, "id"));
  const { id, status, earnedMinutes, requestedMinutes, evaluated, settled, claimedAt } = claim;
  const fee = feeOf(ctx.db, ctx, offering, ctx.actor.personId, requestedMinutes ?? earnedMinutes);
  return data({
    ...rest,
    claim: { id, status, earnedMinutes, requestedMinutes, evaluated, settled, claimedAt },
    returnedBecause: claim.status === "returned" ? (changes.at(-1)?.reason ?? null) : null,
    inServiceNumber: offering.inServiceNumber,
    offeringId: offering.id,
    timeZone: offering.timeZone,
    gates: { evaluation: policy.evaluationGates, payment: policy.paymentGates },
    fee,
    payment: claim.settled ? (listPayments(ctx.db, claim.id).at(-1) ?? null) : null,
    invoices: listInvoicesOfClaim(ctx.db, claim.id, ctx.actor.personId),
    organisations: rest.workplace ? [] : listOrganisationOptions(ctx.db),
  });
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireEducator(request);
  const claimId = param(params, "id");
  const { questions, workplace } = getMyClaim(ctx, claimId);
  const form = await readForm(request, myClaimForm(questions, workplace === null));
  if (!form.ok) return form.reply;
  const answer = once(ctx, "my claim", form.once, () => runMyClaimAction(ctx, claimId, form.value));
  if (!answer.ok) return form.refuse(answer.words, answer.field);
  throw await redirectWithToast(`/claims/${claimId}`, answer.said);
}

export default function ClaimPage() {
  const { claim, title, sessions, receipt, questions, fee, gates, payment, ...rest } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const posted = rest.versions.at(-1);
  const claimable = claim.status === "open" || claim.status === "returned";
  return (
    <Page
      title="Claim clock hours"
      lead={title}
      breadcrumbs={[{ label: "My hours", to: "/hours" }]}
      actions={
        posted ? (
          <>
            <LinkButton to={`/credits/${posted.id}/documents`}>Certificate and form</LinkButton>
            <LinkButton to="/transcript" variant="secondary">
              Get a transcript
            </LinkButton>
          </>
        ) : undefined
      }
    >
      {rest.returnedBecause ? (
        <Notice tone="attention" title="The registrar returned this claim">
          {rest.returnedBecause}
        </Notice>
      ) : null}
      {claimable || claim.status === "void" ? null : (
        <WorkplaceNotice workplace={rest.workplace} completedOn={rest.completedOn} />
      )}
      <ClaimSteps claim={claim} gates={gates} fee={fee} />
      <ClaimFacts {...rest} claim={claim} payment={payment} fee={fee} />
      {rest.tooLate && claim.earnedMinutes > 0 ? (
        <Notice tone="attention" title="These hours can no longer be claimed">
          <p>The last day was {rest.claimBy}. The provider can tell you whether there is more to do.</p>
          <ProviderContact contact={rest.contact} />
        </Notice>
      ) : null}
      <QuestionNotice question={rest.question} claimable={claimable} />
      {claimable && !rest.tooLate && claim.earnedMinutes > 0 && rest.question?.state !== "open" ? (
        <Section title="Your claim">
          <ClaimForm
            earnedMinutes={claim.earnedMinutes}
            organisations={rest.workplace ? null : rest.organisations}
            completedOn={rest.completedOn}
            affidavit={rest.affidavit}
            lastResult={result?.initialValue?.intent === "claim" ? result : null}
          />
        </Section>
      ) : null}
      {canBeClaimed(claim.status) && !claimable ? (
        <ChangeClaim {...rest} claim={claim} lastResult={result?.initialValue?.intent === "claim" ? result : null} />
      ) : null}
      {!claimable && !claim.evaluated && claim.status !== "posted" && claim.status !== "void" ? (
        <Section
          title="Evaluate the offering"
          description="Your answers are stored apart from your name and shown only together with others'."
        >
          <EvaluationForm
            questions={questions}
            lastResult={result?.initialValue?.intent === "evaluation" ? result : null}
          />
        </Section>
      ) : null}
      <Section
        title="How we counted"
        description="From the attendance that the facilitator confirmed."
        actions={<AskLink about={claimable ? "attendance" : "hours"} offeringId={rest.offeringId} />}
      >
        <Receipt steps={receipt} sessions={sessions} total={claim.earnedMinutes} />
      </Section>
      {rest.versions.length > 0 ? (
        <>
          <Section title="Posted">
            <CreditVersions versions={rest.versions} timeZone={rest.timeZone} />
          </Section>
          <CorrectionSection
            requests={rest.requests}
            timeZone={rest.timeZone}
            lastResult={result?.initialValue?.intent === "request-correction" ? result : null}
          />
        </>
      ) : null}
    </Page>
  );
}
