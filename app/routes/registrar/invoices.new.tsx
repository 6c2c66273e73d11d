import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listToBill } from "~/billing/invoices/billable.server";
import { BillableTable } from "~/billing/invoices/BillableTable";
import { issueDistrictInvoice, issueInvoices } from "~/billing/invoices/invoice.server";
import { newInvoiceForm } from "~/billing/invoices/invoice-form";
import { NewInvoiceForm } from "~/billing/invoices/NewInvoiceForm";
import { INVOICE_REFUSALS } from "~/billing/fees/refusal";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { pageOf } from "~/platform/http/responses.server";
import { redirectWithToast } from "~/platform/http/toast.server";
import { FilterBar, FilterSelect, FilterText } from "~/ui/tables/filters";
import { Page } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";

export const meta = () => pageTitle("New invoices");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const url = new URL(request.url);
  const organisationId = url.searchParams.get("to") || null;
  const words = (url.searchParams.get("q") ?? "").trim().slice(0, 80);
  const page = pageOf(url);
  const here = `/registrar/invoices/new?${new URLSearchParams({ to: organisationId ?? "", q: words }).toString()}`;
  return data({ organisationId, words, page, here, ...listToBill(ctx, { organisationId, words, page }) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const form = await readForm(request, newInvoiceForm);
  if (!form.ok) return form.reply;
  const input = form.value;
  if (input.intent === "district") {
    const { claim: claimIds, organisationId, purchaseOrder } = input;
    const outcome = issueDistrictInvoice(ctx, { organisationId, purchaseOrder, claimIds });
    if (!outcome.ok) return form.refuse(INVOICE_REFUSALS[outcome.reason]);
    throw await redirectWithToast(
      `/registrar/invoices/${outcome.value.id}`,
      `Invoice ${outcome.value.number} is issued. ${plural(claimIds.length, "claim is", "claims are")} settled.`,
    );
  }
  const outcome = issueInvoices(ctx, { claimIds: input.claim });
  if (!outcome.ok) return form.refuse(INVOICE_REFUSALS[outcome.reason]);
  const [only, ...more] = outcome.value;
  if (only && more.length === 0)
    throw await redirectWithToast(`/registrar/invoices/${only.id}`, `Invoice ${only.number} is issued.`);
  throw await redirectWithToast("/registrar/invoices", `${more.length + 1} invoices are issued.`);
}

export default function NewInvoices() {
  const { organisationId, employers, words, rows, total, page, here } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const district = employers.find(({ value }) => value === organisationId);
  return (
    <Page
      title="New invoices"
      lead={
        district
          ? `One invoice to ${district.label} for its purchase order. The order settles the claims at once.`
          : "Claims that owe a fee. Each person gets one invoice for the claims you choose."
      }
      width="wide"
      breadcrumbs={[{ label: "Invoices", to: "/registrar/invoices" }]}
    >
      <FilterBar>
        <FilterSelect
          name="to"
          label="Bill"
          defaultValue={organisationId ?? ""}
          options={[
            { value: "", label: "Each person" },
            { label: "A district, by purchase order", options: employers },
          ]}
        />
        <FilterText name="q" label="Name or course" defaultValue={words} />
      </FilterBar>
      <RowCount shown={rows.length} total={total} noun="claim" />
      <BillableTable rows={rows} form="invoices" />
      {rows.length > 0 ? <NewInvoiceForm key={organisationId} district={district} lastResult={result} /> : null}
      <Pagination page={page} total={total} hrefFor={(each) => `${here}&page=${each}`} />
    </Page>
  );
}
