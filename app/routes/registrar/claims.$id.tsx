import type { z } from "zod";
import type { StartedAnswer } from "~/desks/started/started-kinds.server";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { findUncovered } from "~/catalog/approval/approved-plan.server";
import { feeOf } from "~/billing/fees/claim-fee.server";
import { listPaymentHistory } from "~/billing/fees/payment-row.server";
import { listInvoicesOfClaim } from "~/billing/invoices/invoice-reading.server";
import { InvoiceLinks } from "~/billing/invoices/InvoiceLinks";
import { PaymentLines } from "~/billing/fees/PaymentLines";
import { PaymentForm } from "~/billing/fees/PaymentForm";
import { ClaimHistory } from "~/credits/claims/ClaimHistory";
import { CLAIM_STATUS_TONES, CLAIM_STATUS_WORDS, isUnderWay } from "~/credits/claims/claim-status";
import { RegistrarCorrection } from "~/credits/corrections/CorrectionSection";
import { CreditVersions } from "~/credits/ledger/CreditVersions";
import { Receipt } from "~/credits/counting/Receipt";
import { getScopedClaim } from "~/desks/registrar/scoped-claim.server";
import { PostClaim } from "~/desks/registrar/PostClaim";
import { ReturnForm } from "~/desks/registrar/ReturnForm";
import { listSessions } from "~/catalog/offerings/offering-parts.server";
import {
  registrarClaimForm,
  runRegistrarClaimAction,
  SAID,
  wordsOf,
} from "~/desks/registrar/registrar-claim-action.server";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startClaimAction } from "~/desks/started/start-claim-action.server";
import { WorkplaceStatus } from "~/people/affiliations/WorkplaceStatus";
import { PersonLink } from "~/people/persons/PersonLink";
import { requireRole, type ScopedContext } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { formatClockHours, formatDateTime, formatMoney, formatPlainDate } from "~/platform/format";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { dateOf } from "~/platform/time/time-zone";
import { LinkButton } from "~/ui/Button";
import { Facts, Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { Status } from "~/ui/Status";

export const meta = () => pageTitle("Claim");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const { claim, offering, person, ...rest } = getScopedClaim(ctx, param(params, "id"));
  return data({
    ...rest,
    claim,
    certificateNumber: person.certificateNumber,
    inServiceNumber: offering.inServiceNumber,
    approvedMinutes: offering.approvedMinutes ?? 0,
    timeZone: offering.timeZone,
    today: dateOf(ctx.now, offering.timeZone),
    sessions: listSessions(ctx.db, offering.id),
    uncovered: findUncovered(ctx.db, offering),
    fee: feeOf(ctx.db, ctx, offering, claim.personId, claim.requestedMinutes ?? claim.earnedMinutes),
    payments: listPaymentHistory(ctx.db, claim.id),
    invoices: listInvoicesOfClaim(ctx.db, claim.id),
  });
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
  const { claim, name, title, missing, fee, payments, ...rest } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const resultOf = (intent: string) => (result?.initialValue?.intent === intent ? result : null);
  const posted = rest.versions.at(-1);
  const underWay = isUnderWay(claim.status);
  return (
    <Page title={`Claim of ${name}`} lead={title} breadcrumbs={[{ label: "Claims", to: "/registrar" }]}>
      <Facts
        items={[
          { label: "Educator", value: <PersonLink personId={claim.personId} name={name} /> },
          {
            label: "Status",
            value: <Status tone={CLAIM_STATUS_TONES[claim.status]}>{CLAIM_STATUS_WORDS[claim.status]}</Status>,
          },
          { label: "In-service number", value: rest.inServiceNumber },
          { label: "Certificate number", value: rest.certificateNumber },
          {
            label: `District on ${formatPlainDate(rest.completedOn)}`,
            value: <WorkplaceStatus workplace={rest.workplace} />,
          },
          { label: "Approved", value: formatClockHours(rest.approvedMinutes) },
          { label: "Earned by attendance", value: formatClockHours(claim.earnedMinutes) },
          { label: "Claimed", value: claim.requestedMinutes && formatClockHours(claim.requestedMinutes) },
          { label: "Claimed at", value: claim.claimedAt && formatDateTime(claim.claimedAt, rest.timeZone) },
          {
            label: "Affidavit",
            value: claim.affidavitVersion && `Version ${claim.affidavitVersion}, agreed from ${claim.networkAddress}`,
          },
          { label: "Fee", value: fee.waivedFor ? `Waived for ${fee.waivedFor}` : formatMoney(fee.cents) },
          {
            label: "Settled",
            value: payments.length > 0 ? <PaymentLines payments={payments} /> : null,
          },
          {
            label: "Invoices",
            value:
              rest.invoices.length > 0 ? <InvoiceLinks invoices={rest.invoices} under="/registrar/invoices" /> : null,
          },
          { label: "Still missing", value: underWay ? missing.join(" and ") || "nothing" : null },
        ]}
      />
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
