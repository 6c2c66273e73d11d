import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { listToBill } from "~/billing/invoices/billable.server";
import { BillableTable } from "~/billing/invoices/BillableTable";
import { newInvoiceForm } from "~/billing/invoices/invoice-form";
import { NewInvoiceForm } from "~/billing/invoices/NewInvoiceForm";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { requireRole } from "~/people/roles/permission.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { pageOf } from "~/platform/http/responses.server";
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
  const started = once(ctx, "invoice", form.once, () =>
    input.intent === "district"
      ? startAction(ctx, "issue-district-invoice", {
          organisationId: input.organisationId,
          purchaseOrder: input.purchaseOrder,
          claimIds: input.claim,
        })
      : startAction(ctx, "issue-invoices", { claimIds: input.claim }),
  );
  if (!started.ok) return form.refuse(started.words);
  throw await redirectStarted(started, "/registrar/invoices");
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
