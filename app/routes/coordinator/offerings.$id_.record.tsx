import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PlanParts } from "~/catalog/approval/PlanParts";
import { ProofOfApproval } from "~/desks/coordinator/ProofOfApproval";
import { CLAIM_STATUS_WORDS } from "~/credits/claims/claim-status";
import { getOfferingRecord } from "~/desks/coordinator/offering-record.server";
import { ReportEvidence } from "~/attendance/meetings/ReportEvidence";
import { StepEvidence } from "~/attendance/reading/StepEvidence";
import { PersonLink } from "~/people/persons/PersonLink";
import { requireRole } from "~/people/roles/permission.server";
import { formatClockHours, formatHours, formatPlainDate } from "~/platform/format";
import { pageTitle } from "~/platform/http/page-title";
import { param } from "~/platform/http/responses.server";
import { Button } from "~/ui/Button";
import { EmptyState, Facts, Page, Section } from "~/ui/frame/Page";
import { RowCount } from "~/ui/tables/Pagination";
import { DataTable } from "~/ui/tables/Table";

export const meta = () => pageTitle("Record of the offering");

export async function loader({ request, params }: LoaderFunctionArgs) {
  return data(getOfferingRecord(await requireRole(request, "coordinator"), param(params, "id")));
}

export default function OfferingRecord() {
  const { offering, course, plan, decisions, planChanges, uncovered, asked, reports, completed, keptUntil } =
    useLoaderData<typeof loader>();
  return (
    <Page
      title="Record of the offering"
      lead={course.title}
      breadcrumbs={[
        { label: "Offerings", to: "/coordinator" },
        { label: "Offering", to: `/coordinator/offerings/${offering.id}` },
      ]}
      actions={
        <Button type="button" onClick={() => window.print()} className="hidden scripted:inline-flex">
          Print
        </Button>
      }
    >
      <Facts
        items={[
          { label: "In-service number", value: offering.inServiceNumber },
          { label: "Approved", value: offering.approvedMinutes && formatClockHours(offering.approvedMinutes) },
          { label: "Keep until", value: keptUntil && formatPlainDate(keptUntil) },
        ]}
      />
      <ProofOfApproval decisions={decisions} changes={planChanges} uncovered={uncovered} timeZone={offering.timeZone} />
      <Section title={offering.state === "draft" ? "As proposed" : "As it stands"}>
        <PlanParts plan={plan} />
      </Section>
      <Section
        title="Everyone who asked for hours"
        description={<RowCount shown={asked.length} total={asked.length} noun="claim" />}
      >
        <DataTable
          caption="Everyone who asked for hours"
          rows={asked}
          rowKey={(row) => row.claimId}
          empty={<EmptyState title="Nobody has asked for hours yet">Claims stand here as people make them.</EmptyState>}
          columns={[
            { key: "name", header: "Name", primary: true, cell: (row) => <PersonLink {...row} /> },
            { key: "certificate", header: "Certificate number", cell: (row) => row.certificateNumber ?? "–" },
            { key: "earned", header: "Earned", align: "end", cell: (row) => formatHours(row.earnedMinutes) },
            { key: "asked", header: "Asked", align: "end", cell: (row) => formatHours(row.requestedMinutes) },
            {
              key: "posted",
              header: "Posted",
              align: "end",
              cell: (row) => (row.postedMinutes === null ? "–" : formatHours(row.postedMinutes)),
            },
            { key: "status", header: "Status", cell: (row) => CLAIM_STATUS_WORDS[row.status] },
          ]}
        />
      </Section>
      <ReportEvidence reports={reports} />
      <StepEvidence people={completed} />
      <Section title="Preserving and correcting this record">
        <p className="max-w-[65ch]">
          Attendance marks, decisions and posted hours are never edited, and no claim is deleted: the database refuses
          it. Every step of a claim is kept. A mark is voided with a reason, a posted credit is superseded by a new
          version with a reason and an approver, and every reading and change by staff is in the audit log. An educator
          asks for a correction on the page of their hours.
        </p>
      </Section>
    </Page>
  );
}
