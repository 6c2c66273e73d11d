import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BILLABLE_CELLS } from "~/billing/invoices/billable-cells";
import { BILLABLE_LIST } from "~/billing/invoices/billable-list";
import { listEmployers } from "~/billing/invoices/billable.server";
import { billableSource } from "~/billing/invoices/billable-list.server";
import { newInvoiceForm } from "~/billing/invoices/invoice-form";
import { INVOICE_CHOICE, NewInvoiceForm } from "~/billing/invoices/NewInvoiceForm";
import { redirectStarted } from "~/desks/started/redirect-started.server";
import { startAction } from "~/desks/started/started-action.server";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { readForm } from "~/platform/http/form.server";
import { once } from "~/platform/http/once.server";
import { pageTitle } from "~/platform/http/page-title";
import { listMatchingIds } from "~/platform/lists/list-query.server";
import { EmptyState, Page } from "~/ui/frame/Page";
import { WorkList } from "~/ui/lists/WorkList";

export const meta = () => pageTitle("New invoices");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const source = billableSource(ctx, new URL(request.url).searchParams);
  return data({ ...showList(ctx, request, source), employers: listEmployers(ctx.db, ctx) });
}

export async function action({ request }: ActionFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const form = await readForm(request, newInvoiceForm);
  if (!form.ok) return form.reply;
  const input = form.value;
  const search = new URL(request.url).searchParams;
  const claimIds = input.matching ? listMatchingIds(billableSource(ctx, search), search) : (input.claim ?? []);
  if (claimIds.length === 0) return form.refuse("Choose at least one claim.");
  const started = once(ctx, "invoice", form.once, () =>
    input.intent === "district"
      ? startAction(ctx, "issue-district-invoice", {
          organisationId: input.organisationId,
          purchaseOrder: input.purchaseOrder,
          claimIds,
        })
      : startAction(ctx, "issue-invoices", { claimIds }),
  );
  if (!started.ok) return form.refuse(started.words);
  throw await redirectStarted(started, "/registrar/invoices");
}

export default function NewInvoices() {
  const { employers, ...list } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>()?.result;
  const district = employers.find(({ value }) => value === list.state.filters.to);
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
      <WorkList
        shape={BILLABLE_LIST}
        list={list}
        options={{ to: [{ label: "A district, by purchase order", options: employers }] }}
        cells={BILLABLE_CELLS}
        selection={{
          form: INVOICE_CHOICE,
          name: "claim",
          label: (row) => `Bill ${row.name} for ${row.title}`,
          matching: true,
          actions: <NewInvoiceForm key={district?.value} district={district} lastResult={result} />,
        }}
        empty={
          <EmptyState title="Nothing to bill">
            Claims stand here once people have made them, until their fee is paid, waived or on an invoice.
          </EmptyState>
        }
      />
    </Page>
  );
}
