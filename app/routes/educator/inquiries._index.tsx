import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { listMyInquiries } from "~/desks/inquiries/ask.server";
import { INQUIRY_WORDS } from "~/desks/inquiries/inquiry";
import { InquiryStatus } from "~/desks/inquiries/InquiryStatus";
import { requireEducator } from "~/people/roles/permission.server";
import { formatDateTime } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { EmptyState, Page } from "~/ui/frame/Page";
import { DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("What you asked");

export async function loader({ request }: LoaderFunctionArgs) {
  return data({ rows: listMyInquiries(await requireEducator(request)) });
}

export default function MyInquiries() {
  const { rows } = useLoaderData<typeof loader>();
  return (
    <Page title="What you asked" lead="Staff answer here and by mail.">
      <DataTable
        caption="Your inquiries"
        rows={rows}
        rowKey={(row) => row.id}
        empty={
          <EmptyState title="You have asked nothing yet">
            The page of an offering, of a registration and of a claim each has a button to ask.
          </EmptyState>
        }
        columns={[
          {
            key: "title",
            header: "Offering",
            primary: true,
            cell: (row) => (
              <Link to={`/inquiries/${row.id}`} className="link">
                {row.title}
              </Link>
            ),
          },
          { key: "about", header: "About", cell: (row) => INQUIRY_WORDS[row.kind].about },
          { key: "state", header: "Status", cell: (row) => <InquiryStatus state={row.state} /> },
          { key: "when", header: "Since", cell: (row) => formatDateTime(row.changedAt, row.timeZone) },
        ]}
      />
    </Page>
  );
}
