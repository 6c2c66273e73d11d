import { data, type LoaderFunctionArgs, type MetaArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { invoiceTitle } from "~/billing/invoices/invoice-kind";
import { getMyInvoice } from "~/billing/invoices/invoice-reading.server";
import { InvoiceSheet } from "~/billing/invoices/InvoiceSheet";
import { requireEducator } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { Page } from "~/ui/frame/Page";
import { PrintButton } from "~/ui/PrintButton";
import { Link } from "~/ui/Link";

export const meta = ({ data: loaded }: MetaArgs<typeof loader>) =>
  pageTitle(loaded ? invoiceTitle(loaded.invoice) : "Invoice");

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await requireEducator(request);
  return data(getMyInvoice(ctx, param(params, "id")));
}

export default function MyInvoice() {
  const sheet = useLoaderData<typeof loader>();
  const claimIds = [...new Set(sheet.lines.map((line) => line.claimId))];
  return (
    <Page
      title={invoiceTitle(sheet.invoice)}
      breadcrumbs={[{ label: "My hours", to: "/hours" }]}
      actions={<PrintButton />}
    >
      <InvoiceSheet {...sheet} />
      <p className="no-print">
        {claimIds.map((claimId, index) => (
          <Link key={claimId} to={`/claims/${claimId}`} className="link mr-4 inline-block py-2.5">
            {claimIds.length === 1 ? "See the claim" : `See claim ${index + 1}`}
          </Link>
        ))}
      </p>
    </Page>
  );
}
