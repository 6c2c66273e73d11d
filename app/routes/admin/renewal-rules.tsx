import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireRole } from "~/people/roles/permission.server";
import { pageTitle } from "~/platform/http/page-title";
import { dateOf, REGION_TIME_ZONE } from "~/platform/time/time-zone";
import { STEM_ENDORSEMENTS } from "~/renewal/renewal-rules";
import { tellLadderRules, tellRenewalRules, type ToldRule } from "~/renewal/rules-in-force";
import { LinkButton } from "~/ui/Button";
import { Page, Section } from "~/ui/frame/Page";
import { Status } from "~/ui/Status";
import { type Column, DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("Rules of renewals");

export async function loader({ request }: LoaderFunctionArgs) {
  const { now } = await requireRole(request, "admin");
  const today = dateOf(now, REGION_TIME_ZONE);
  return data({ renewals: tellRenewalRules(today), ladder: tellLadderRules(today), endorsements: STEM_ENDORSEMENTS });
}

const COLUMNS: Column<ToldRule>[] = [
  { key: "rule", header: "Rule", primary: true, cell: (row) => row.rule },
  { key: "says", header: "What it says", cell: (row) => row.says },
  { key: "since", header: "Counts from", cell: (row) => row.since },
  {
    key: "state",
    header: "Today",
    cell: ({ isInForce }) => (
      <span className="whitespace-nowrap">
        {isInForce ? <Status tone="good">In force</Status> : <Status tone="neutral">Not in force</Status>}
      </span>
    ),
  },
  { key: "source", header: "Source", cell: (row) => row.source },
];

const keyOf = ({ rule, since }: ToldRule) => `${rule} ${since}`;

export default function RenewalRules() {
  const { renewals, ladder, endorsements } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Rules of renewals"
      lead="What Hourbook reckons with, by the very rows that it reads. A change of law is a new row with its day, in a new version of Hourbook."
      width="wide"
      actions={
        <LinkButton to="/admin/trusted-issuers" variant="secondary">
          Trusted issuers
        </LinkButton>
      }
    >
      <Section title="Certificates that are renewed with hours">
        <DataTable caption="Rules of renewals" columns={COLUMNS} rows={renewals} rowKey={keyOf} empty={null} />
      </Section>
      <Section title="Endorsements with which a teacher needs hours in STEM" description={endorsements.join(", ")}>
        {null}
      </Section>
      <Section title="The paraeducators’ ladder">
        <DataTable caption="Rules of the ladder" columns={COLUMNS} rows={ladder} rowKey={keyOf} empty={null} />
      </Section>
    </Page>
  );
}
