import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { invoicePageForm } from "~/billing/invoices/invoice-form";
import { invoiceTitle } from "~/billing/invoices/invoice-kind";
import { getScopedInvoice } from "~/billing/invoices/invoice-reading.server";
import { paymentInWords } from "~/billing/fees/payment-words";
import { ReverseDialog } from "~/billing/fees/ReverseDialog";
import { reverseInvoicePayment } from "~/billing/invoices/reverse-invoice-payment.server";
import { creditInvoice, payInvoice } from "~/billing/invoices/invoice-payment.server";
import { CreditDialog, InvoicePaymentForm } from "~/billing/invoices/InvoicePaymentForm";
import { InvoiceSheet } from "~/billing/invoices/InvoiceSheet";
import { INVOICE_REFUSALS } from "~/billing/fees/refusal";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { formatMoney } from "~/platform/format";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { notFound, param } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { PrintButton } from "~/ui/PrintButton";
import { Page, Section } from "~/ui/frame/Page";
import { Refused } from "~/ui/Refused";
import { Link } from "~/ui/Link";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) =>
  pageTitle(loaded ? invoiceTitle(loaded.invoice) : "Invoice");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  return data(getScopedInvoice(ctx, param(params, "id")));
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const invoiceId = param(params, "id");
  const form = await readForm(request, invoicePageForm);
  if (!form.ok) return form.reply;
  const input = form.value;
  if (input.intent === "credit") {
    const outcome = once(ctx, "invoice", form.once, () => creditInvoice(ctx, { invoiceId, reason: input.reason }));
    if (!outcome.ok && outcome.reason === "unknown-invoice") throw notFound();
    if (!outcome.ok) return form.refuse(INVOICE_REFUSALS[outcome.reason]);
    throw await redirectWithToast(
      `/registrar/invoices/${outcome.value.id}`,
      `Credit note ${outcome.value.number} is issued.`,
    );
  }
  if (input.intent === "reverse") {
    const { invoicePaymentId, reason } = input;
    const outcome = once(ctx, "invoice", form.once, () =>
      reverseInvoicePayment(ctx, { invoiceId, invoicePaymentId, reason }),
    );
    if (!outcome.ok && outcome.reason === "unknown-invoice") throw notFound();
    if (!outcome.ok) return form.refuse(INVOICE_REFUSALS[outcome.reason]);
    throw await redirectWithToast(
      `/registrar/invoices/${invoiceId}`,
      "The payment is reversed. The invoice is open again.",
    );
  }
  const { intent: _intent, ...money } = input;
  const outcome = once(ctx, "invoice", form.once, () => payInvoice(ctx, { invoiceId, ...money }));
  if (!outcome.ok) {
    if (outcome.reason === "unknown-invoice") throw notFound();
    if (outcome.reason === "wrong-amount")
      return form.refuse(
        `${INVOICE_REFUSALS[outcome.reason]} ${formatMoney(Number(outcome.detail.due))} is.`,
        "amountCents",
      );
    return form.refuse(
      INVOICE_REFUSALS[outcome.reason],
      outcome.reason === "not-yet-received" ? "receivedOn" : undefined,
    );
  }
  const late = outcome.value.lateInvoice;
  throw await redirectWithToast(
    `/registrar/invoices/${invoiceId}`,
    late ? `The payment is recorded; its late fee is invoice ${late.number}.` : "The payment is recorded.",
  );
}

export default function RegistrarInvoice() {
  const sheet = useLoaderData<typeof loader>();
  const { invoice, state, due, today, lines, followers, about } = sheet;
  const result = useActionData<typeof action>()?.result;
  const open = invoice.kind === "invoice" && state === "open";
  const related = [...(about ? [about] : []), ...followers];
  const claimIds = [...new Set(lines.map((line) => line.claimId))];
  const isCredit = result?.initialValue?.intent === "credit" || result?.initialValue?.intent === "reverse";
  const standing = sheet.payments.filter(({ reversal }) => reversal === null);
  return (
    <Page
      title={invoiceTitle(invoice)}
      breadcrumbs={[{ label: "Invoices", to: "/registrar/invoices" }]}
      actions={<PrintButton />}
    >
      <InvoiceSheet {...sheet} />
      {isCredit ? <Refused result={result} /> : null}
      {open ? (
        <div className="no-print grid gap-8">
          <Section
            title="Record the payment"
            description={
              invoice.personId ? "It settles the fees on this invoice." : "Its claims were settled by the order."
            }
          >
            <InvoicePaymentForm dueCents={due.totalCents} today={today} lastResult={isCredit ? null : result} />
          </Section>
          <div>
            <CreditDialog number={invoice.number} />
          </div>
        </div>
      ) : null}
      {standing.length > 0 && !invoice.aboutInvoiceId ? (
        <div className="no-print flex flex-wrap gap-3">
          {standing.map((payment) => (
            <ReverseDialog
              key={payment.id}
              what={paymentInWords(payment)}
              name="invoicePaymentId"
              paymentId={payment.id}
              intent="reverse"
            />
          ))}
        </div>
      ) : null}
      <div className="no-print">
        <Section title="Related">
          <ul className="grid gap-1">
            {related.map((each) => (
              <li key={each.id}>
                <Link to={`/registrar/invoices/${each.id}`} className="link inline-block py-1 pointer-coarse:py-2.5">
                  {invoiceTitle(each)}
                </Link>
              </li>
            ))}
            {claimIds.map((claimId, index) => (
              <li key={claimId}>
                <Link to={`/registrar/claims/${claimId}`} className="link inline-block py-1 pointer-coarse:py-2.5">
                  {claimIds.length === 1 ? "The claim" : `Claim ${index + 1} of ${claimIds.length}`}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </Page>
  );
}
