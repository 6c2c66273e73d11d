import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { listMyInquiries } from "~/desks/inquiries/ask.server";
import { INQUIRY_WORDS } from "~/desks/inquiries/inquiry";
import { InquiryStatus } from "~/desks/inquiries/InquiryStatus";
import { requireEducator } from "~/people/roles/permission.server";
import { formatDateTime } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { EmptyState, Page } from "~/ui/frame/Page";
import { HowMany } from "~/ui/lists/HowMany";
import { asksForAll } from "~/ui/lists/show-all";
import { DataTable } from "~/ui/tables/Table";
import { Link } from "~/ui/Link";

export const meta = () => pageTitle("What you asked");

/** With the value "all", the page shows more of them than the newest. */
const PARAMETER = "inquiries";

export async function loader({ request }: LoaderFunctionArgs) {
  const all = asksForAll(new URL(request.url).searchParams, PARAMETER);
  return data(listMyInquiries(await requireEducator(request), all));
}

export default function MyInquiries() {
  const { rows, total } = useLoaderData<typeof loader>();
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
      <HowMany shown={rows.length} total={total} noun="inquiries" parameter={PARAMETER} />
    </Page>
  );
}
