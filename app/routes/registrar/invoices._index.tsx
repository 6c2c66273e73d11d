import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { INVOICE_LISTS } from "~/billing/invoices/invoice-list";
import { type InvoiceRow, invoiceSource } from "~/billing/invoices/invoice-list.server";
import { INVOICE_STATE_TONES, INVOICE_STATE_WORDS } from "~/billing/invoices/invoice-state";
import { INVOICE_VIEWS, type InvoiceView, invoiceViewOf } from "~/billing/invoices/invoice-view";
import { PersonLink } from "~/people/persons/PersonLink";
import { requireRole } from "~/people/roles/permission.server";
import { showList } from "~/people/views/show-list.server";
import { formatAge, formatMoney, formatPlainDate, plural } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { countViews } from "~/platform/lists/list-page.server";
import { LinkButton } from "~/ui/Button";
import { EmptyState, Page } from "~/ui/frame/Page";
import { Tabs } from "~/ui/frame/Tabs";
import { RowLink } from "~/ui/lists/RowLink";
import { WorkList } from "~/ui/lists/WorkList";
import { Status } from "~/ui/Status";
import { hrefWith } from "~/ui/tables/address";

const VIEWS = Object.keys(INVOICE_VIEWS) as InvoiceView[];

export const meta = () => pageTitle("Invoices");

export async function loader({ request }: LoaderFunctionArgs) {
  const ctx = await requireRole(request, "registrar");
  const search = new URL(request.url).searchParams;
  const view = invoiceViewOf(search);
  const list = showList(ctx, request, invoiceSource(ctx, search));
  return data({
    view,
    ...list,
    counts: countViews(VIEWS, { view, total: list.total }, search, (there) => invoiceSource(ctx, there)),
  });
}

export default function Invoices() {
  const { view, counts, ...list } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  return (
    <Page
      title="Invoices"
      lead="Numbers have no gaps; nothing issued is changed."
      width="wide"
      actions={<LinkButton to="/registrar/invoices/new">New invoices</LinkButton>}
    >
      <Tabs
        label="Invoices by state"
        tabs={VIEWS.map((each) => ({
          label: INVOICE_VIEWS[each],
          to: hrefWith(search, { view: each, sort: null }),
          current: each === view,
          count: counts[each],
        }))}
      />
      <WorkList
        shape={INVOICE_LISTS[view]}
        list={list}
        empty={<EmptyState title="Nothing here">Bill people or districts for claims with New invoices.</EmptyState>}
        cells={{
          number: (row) => (
            <RowLink to={`/registrar/invoices/${row.id}`}>
              <span className="whitespace-nowrap tabular-nums">{row.number}</span>
            </RowLink>
          ),
          billTo: (row) => (row.personId ? <PersonLink personId={row.personId} name={row.billTo} /> : row.billTo),
          order: (row) => row.purchaseOrder ?? "–",
          total: (row) => formatMoney(row.totalCents),
          state: (row) => <State row={row} />,
          issued: (row) => formatPlainDate(row.issuedOn),
          age: (row) => <Age row={row} />,
          left: (row) => (row.kind === "credit-note" ? "–" : formatMoney(row.leftCents)),
          credited: (row) => formatMoney(row.creditedCents),
          due: (row) => formatPlainDate(row.dueOn),
        }}
      />
    </Page>
  );
}

function State({ row }: { row: InvoiceRow }) {
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

function Age({ row }: { row: InvoiceRow }) {
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
