import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DESIGNATIONS } from "~/catalog/courses/designation";
import { CLAIM_STATUS_WORDS } from "~/credits/claims/claim-status";
import { getOfferingRecord } from "~/desks/coordinator/offering-record.server";
import { PersonLink } from "~/people/persons/PersonLink";
import { requireRole } from "~/people/roles/permission.server";
import { formatClockHours, formatDateTime, formatHours, formatPlainDate, formatSessionLine } from "~/platform/format";
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
  const { offering, course, sessions, instructors, designations, decisions, asked, keptUntil } =
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
          {
            label: "Designations",
            value: designations.map((row) => `${DESIGNATIONS[row.designation]} ${formatHours(row.minutes)}`).join(", "),
          },
          { label: "Standards", value: course.standards },
          {
            label: "Taught by",
            value: instructors.map((row) => [row.name, row.qualifications].filter(Boolean).join(", ")).join("; "),
          },
          { label: "Keep until", value: keptUntil && formatPlainDate(keptUntil) },
        ]}
      />
      <Section title="Proof of prior approval">
        <ul className="grid gap-2">
          {decisions.map((decision) => (
            <li key={decision.id}>
              {decision.decision === "approved" ? "Approved" : "Declined"} by the committee of{" "}
              {formatPlainDate(decision.committeeMetOn)}
              {decision.approvedMinutes ? ` for ${formatClockHours(decision.approvedMinutes)}` : ""}, recorded by{" "}
              {decision.recordedBy} on {formatDateTime(decision.decidedAt, offering.timeZone)}.
              {decision.note ? ` ${decision.note}` : ""}
            </li>
          ))}
        </ul>
      </Section>
      <Section title="Agenda">
        <ul className="grid gap-1">
          {sessions.map((session) => (
            <li key={session.id}>
              {formatSessionLine(session.startsAt, session.endsAt, session.timeZone)}
              {session.topic ? ` · ${session.topic}` : ""}
            </li>
          ))}
        </ul>
        <ul className="list-disc pl-6">
          {course.objectives.map((objective) => (
            <li key={objective}>{objective}</li>
          ))}
        </ul>
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
