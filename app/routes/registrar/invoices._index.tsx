import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listInvoices } from "~/billing/invoices/invoice-list.server";
import { INVOICE_STATE_TONES, INVOICE_STATE_WORDS } from "~/billing/invoices/invoice-state";
import { INVOICE_VIEWS, type InvoiceView, invoiceViewOf } from "~/billing/invoices/invoice-view";
import { PersonLink } from "~/people/persons/PersonLink";
import { requireRole } from "~/people/roles/permission.server";
import { formatAge, formatMoney, formatPlainDate, plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { pageOf } from "~/platform/http/responses.server";
import { LinkButton } from "~/ui/Button";
import { FilterBar, FilterText } from "~/ui/tables/filters";
import { Hidden } from "~/ui/fields/form";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Pagination, RowCount } from "~/ui/tables/Pagination";
import { Status } from "~/ui/Status";
import { DataTable } from "~/ui/tables/Table";
import { Tabs } from "~/ui/frame/Tabs";

export const meta = () => pageTitle("Invoices");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const url = new URL(request.url);
  const view = invoiceViewOf(url.searchParams);
  const words = (url.searchParams.get("q") ?? "").trim().slice(0, 80);
  const page = pageOf(url);
  const hrefFor = (each: InvoiceView) =>
    `/registrar/invoices?${new URLSearchParams({ view: each, ...(words && { q: words }) }).toString()}`;
  const { counts, rows } = listInvoices(ctx, { view, words, page });
  return data({
    view,
    words,
    page,
    rows,
    total: counts[view],
    here: hrefFor(view),
    tabs: (Object.keys(INVOICE_VIEWS) as InvoiceView[]).map((each) => ({
      label: INVOICE_VIEWS[each],
      to: hrefFor(each),
      current: each === view,
      count: counts[each],
    })),
  });
}

type Row = Awaited<ReturnType<typeof loader>>["data"]["rows"][number];

export default function Invoices() {
  const { view, words, rows, total, page, here, tabs } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Invoices"
      lead="Numbers have no gaps; nothing issued is changed."
      width="wide"
      actions={<LinkButton to="/registrar/invoices/new">New invoices</LinkButton>}
    >
      <Tabs label="Invoices by state" tabs={tabs} />
      <FilterBar>
        <Hidden name="view" value={view} />
        <FilterText name="q" label="Number, name or purchase order" defaultValue={words} />
      </FilterBar>
      <RowCount shown={rows.length} total={total} noun={view === "notes" ? "credit note" : "invoice"} />
      <DataTable
        caption="Invoices"
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="Nothing here">
            {words
              ? "No number, name or purchase order fits."
              : "Bill people or districts for claims with New invoices."}
          </EmptyState>
        }
        columns={[
          {
            key: "number",
            header: "Number",
            primary: true,
            cell: (row) => (
              <Link to={`/registrar/invoices/${row.id}`} className="link whitespace-nowrap tabular-nums">
                {row.number}
              </Link>
            ),
          },
          { key: "billTo", header: "Bill to", cell: (row) => <BillTo row={row} /> },
          { key: "total", header: "Total", align: "end", cell: (row) => formatMoney(row.totalCents) },
          { key: "state", header: "Status", cell: (row) => <State row={row} /> },
          { key: "issued", header: "Issued", cell: (row) => formatPlainDate(row.issuedOn) },
          ...(view === "open" ? [{ key: "age", header: "Age", cell: (row: Row) => <Age row={row} /> }] : []),
        ]}
      />
      <Pagination page={page} total={total} hrefFor={(each) => `${here}&page=${each}`} />
    </Page>
  );
}

function BillTo({ row }: { row: Row }) {
  return (
    <>
      {row.personId ? <PersonLink personId={row.personId} name={row.billTo} /> : row.billTo}
      {row.purchaseOrder ? <span className="block text-[0.9375rem] text-soft">{row.purchaseOrder}</span> : null}
    </>
  );
}

function State({ row }: { row: Row }) {
  if (row.kind === "credit-note") return <Status tone="info">Credit note</Status>;
  const partly = row.state !== "credited" && row.creditedCents > 0;
  return (
    <>
      <Status tone={INVOICE_STATE_TONES[row.state]}>{INVOICE_STATE_WORDS[row.state]}</Status>
      {partly ? (
        <span className="block text-[0.9375rem] text-soft">{formatMoney(row.creditedCents)} credited</span>
      ) : null}
    </>
  );
}

function Age({ row }: { row: Row }) {
  return (
    <>
      {formatAge(row.age)}
      {row.daysOverdue > 0 ? (
        <span className="block text-[0.9375rem] font-semibold text-attention">
          {plural(row.daysOverdue, "day")} overdue
        </span>
      ) : null}
    </>
  );
}
